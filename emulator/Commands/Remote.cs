using System.CommandLine;
using System.Text.Json;
using Emulation.Http;

namespace Emulation.Commands;

/// <summary>Builds the commands that drive a running instance, with the options that they share.</summary>
sealed class Remote(Func<string, string?> variable)
{
    public const string UrlVariable = "EMULATOR_URL";
    public const string TokenVariable = "EMULATOR_CONTROL_TOKEN";

    /// <summary>Exit code: the instance refused the request.</summary>
    public const int Failed = 1;

    private readonly Option<string?> _url = new("--url")
    {
        HelpName = "URL", Description = $"where the instance listens [{UrlVariable}, or http://127.0.0.1:5010]", Recursive = true,
    };
    private readonly Option<string?> _world = new("--world")
    {
        HelpName = "NAME", Description = "the world to act on [default]", Recursive = true,
    };
    private readonly Option<string?> _token = new("--token")
    {
        HelpName = "T", Description = $"the instance's --control-token [{TokenVariable}]", Recursive = true,
    };
    private readonly Option<bool> _json = new("--json") { Description = "print the response, or the error, as JSON", Recursive = true };
    private readonly Option<bool> _insecure = new("--insecure") { Description = "accept any certificate", Recursive = true };

    /// <summary>Adds the shared options to a command, which its subcommands inherit.</summary>
    public Command Top(Command command)
    {
        foreach (var option in new Option[] { _url, _world, _token, _json, _insecure }) command.Options.Add(option);
        return command;
    }

    public Command Group(string name, string description, params Command[] commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands) group.Subcommands.Add(command);
        return Top(group);
    }

    public Command Leaf(string name, string description, Func<ParseResult, ControlRequest> request, params Symbol[] symbols)
    {
        var leaf = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) leaf.Arguments.Add(argument);
            if (symbol is Option option) leaf.Options.Add(option);
        }
        leaf.SetAction((parsed, cancel) => Run(parsed, new Connection(variable) { Url = Url(parsed) }, request, cancel));
        return leaf;
    }

    /// <summary>The value of <c>--url</c>.</summary>
    public string? Url(ParseResult parsed) => parsed.GetValue(_url);

    /// <summary>An argument that refuses what looks like a misspelled option.</summary>
    public static Argument<string> Argument(string name, string description, bool required = true)
    {
        var argument = new Argument<string>(name)
        {
            Description = description, Arity = required ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
        };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', '-', ..] and var token }]) result.AddError($"{token} is not an option of this command");
        });
        return argument;
    }

    /// <summary>
    /// Sends the request and prints the response. A failure is one line, or with <c>--json</c> one object, on standard error.
    /// </summary>
    public async Task<int> Run(
        ParseResult parsed, Connection connection, Func<ParseResult, ControlRequest> request, CancellationToken cancel)
    {
        connection = connection with { Token = parsed.GetValue(_token), AcceptAnyCertificate = parsed.GetValue(_insecure) };
        try
        {
            using var client = connection.Open();
            return await Send(client, request(parsed), parsed, cancel);
        }
        catch (OptionError wrong)
        {
            return Refuse(parsed, "option", wrong.Message, CommandLine.Refused);
        }
        catch (Exception fault) when (IsConnectionFault(fault) && !cancel.IsCancellationRequested)
        {
            var failure = ConnectionFailure.Of(fault, connection, variable);
            return Refuse(parsed, failure.Code, failure.Message, connection.FailureCode);
        }
        catch (JsonException)
        {
            var message = $"what answers on {connection.Address} is not this emulator; say with --url or {UrlVariable} where it is";
            return Refuse(parsed, "other_server", message, connection.FailureCode);
        }
    }

    private static bool IsConnectionFault(Exception fault) => fault is HttpRequestException or IOException or OperationCanceledException;

    private async Task<int> Send(HttpClient client, ControlRequest command, ParseResult parsed, CancellationToken cancel)
    {
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var target = new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + command.Path, asWritten);
        using var request = new HttpRequestMessage(new HttpMethod(command.Method), target) { Content = command.Body };
        if (parsed.GetValue(_world) is { } world) request.Headers.TryAddWithoutValidation(Worlds.Header, world);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        var output = parsed.InvocationConfiguration.Output;
        if (!response.IsSuccessStatusCode)
        {
            var body = await response.Content.ReadAsStringAsync(cancel);
            if (!parsed.GetValue(_json) || !RefusalText.IsObject(body))
                return Refuse(parsed, "refused", RefusalText.Line(response.StatusCode, body), Failed);
            await parsed.InvocationConfiguration.Error.WriteLineAsync(body);
            return Failed;
        }
        if (!parsed.GetValue(_json) || !command.IsJson) await command.Print(response.Content, output);
        else if (response.Content.Headers.ContentLength != 0) await output.WriteLineAsync(await response.Content.ReadAsStringAsync(cancel));
        return 0;
    }

    private int Refuse(ParseResult parsed, string code, string message, int exitCode)
    {
        var error = parsed.InvocationConfiguration.Error;
        if (!parsed.GetValue(_json)) CommandLine.Refuse(message, error);
        else error.WriteLine($$"""{"code":"{{code}}","title":"{{JsonEncodedText.Encode(message)}}"}""");
        return exitCode;
    }
}
