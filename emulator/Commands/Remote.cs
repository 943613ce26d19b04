using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Emulation.Http;

namespace Emulation.Commands;

/// <summary>What the commands that drive a running instance have in common: where it is, in which world, by which token, told how.</summary>
sealed class Remote(Func<string, string?> variable)
{
    public const string UrlVariable = "EMULATOR_URL";

    private const int Failed = 1;

    private readonly Option<string?> _url = new("--url") { HelpName = "URL", Description = $"where it listens [{UrlVariable}, or http://127.0.0.1:5010]", Recursive = true };
    private readonly Option<string?> _world = new("--world") { HelpName = "NAME", Description = "the world that is meant [default]", Recursive = true };
    private readonly Option<string?> _token = new("--token") { HelpName = "T", Description = "what it was given as --control-token [EMULATOR_CONTROL_TOKEN]", Recursive = true };
    private readonly Option<bool> _json = new("--json") { Description = "print the answer as it comes", Recursive = true };

    /// <summary>A command at the top, which has the common options, and so have those below it.</summary>
    public Command Top(Command command)
    {
        foreach (var option in new Option[] { _url, _world, _token, _json }) command.Options.Add(option);
        return command;
    }

    public Command Group(string name, string description, params Command[] commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands) group.Subcommands.Add(command);
        return Top(group);
    }

    public Command Leaf(string name, string description, Func<ParseResult, Errand> errand, params Symbol[] symbols)
    {
        var leaf = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) leaf.Arguments.Add(argument);
            if (symbol is Option option) leaf.Options.Add(option);
        }
        leaf.SetAction((parsed, cancel) => Guarded(parsed, cancel, errand));
        return leaf;
    }

    /// <summary>What stands for a name or a value; what looks like an option is a misspelt one.</summary>
    public static Argument<string> Value(string name, string description, bool needed = true)
    {
        var argument = new Argument<string>(name) { Description = description, Arity = needed ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', '-', ..] and var token }]) result.AddError($"{token} is not an option of this command");
        });
        return argument;
    }

    public static string Escaped(string name) => Uri.EscapeDataString(name);

    private async Task<int> Guarded(ParseResult parsed, CancellationToken cancel, Func<ParseResult, Errand> errand)
    {
        var error = parsed.InvocationConfiguration.Error;
        var url = "";
        try
        {
            (url, var client) = Client(parsed);
            using (client) return await Run(client, errand(parsed), parsed, cancel);
        }
        catch (OptionError wrong)
        {
            return CommandLine.Refuse(wrong.Message, error);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return CommandLine.Refuse($"nothing answers on {url} ({fault.GetBaseException().Message.ReplaceLineEndings(" ")}); start it with 'dotnet run --project emulator', or say with --url or {UrlVariable} where it is", error);
        }
        catch (JsonException)
        {
            return CommandLine.Refuse($"what answers on {url} is not this emulator; say with --url or {UrlVariable} where it is", error);
        }
    }

    private async Task<int> Run(HttpClient client, Errand errand, ParseResult parsed, CancellationToken cancel)
    {
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(new HttpMethod(errand.Method), new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + errand.Path, asWritten)) { Content = errand.Body };
        if (parsed.GetValue(_world) is { } world) request.Headers.TryAddWithoutValidation(Worlds.Header, world);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        var output = parsed.InvocationConfiguration.Output;
        if (!answer.IsSuccessStatusCode)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"emulator: {Refusals.Line(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancel))}");
            return Failed;
        }
        if (!parsed.GetValue(_json) || !errand.IsJson) await errand.Tell(answer.Content, output);
        else if (answer.StatusCode != HttpStatusCode.NoContent) await output.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancel));
        return 0;
    }

    private (string Url, HttpClient Client) Client(ParseResult parsed)
    {
        var given = parsed.GetValue(_url);
        var url = given ?? Set(UrlVariable) ?? (Set(OptionTable.Rows[0].Variable) ?? Set("ASPNETCORE_URLS"))?.Split(';')[0] ?? new EmulatorOptions().Urls[0];
        if (!Uri.TryCreate(ListenAddress.ForClient(url), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new OptionError($"{(given is null ? UrlVariable : "--url")}: '{url}' is not allowed; give http://HOST:PORT or https://HOST:PORT");
        // A proxy of the surroundings knows nothing of this machine's ports.
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        if ((parsed.GetValue(_token) ?? Set("EMULATOR_CONTROL_TOKEN")) is { } token) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (url, client);
    }

    private string? Set(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
