using System.Collections;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Emulation.Commands;

namespace Emulation;

/// <summary>Reads options and variables, and runs what the command line asks for.</summary>
static class CommandLine
{
    public const int Refused = 2;

    private const string Prefix = "EMULATOR_";

    /// <summary>Runs to the end; the exit code is 0, or 2 with one line on standard error.</summary>
    /// <param name="args">The arguments as given.</param>
    /// <param name="serve">Serves until it is told to stop.</param>
    /// <param name="routes">Prints every route.</param>
    /// <param name="sign">Prints the headers of a signed request: access id, secret key, method, target.</param>
    /// <param name="health">Asks a running instance at these addresses whether it is ready.</param>
    public static Task<int> Run(string[] args, Func<EmulatorOptions, Task<int>> serve, Action<EmulatorOptions> routes, Action<SignRequest> sign, Func<EmulatorOptions, Task<int>> health) =>
        PlainArguments.Of(args) is { } plain
            ? Guarded(() => serve(Read(row => plain.GetValueOrDefault(row.Name))))
            : Parsed(args, serve, routes, sign, health);

    private static Task<int> Parsed(string[] args, Func<EmulatorOptions, Task<int>> serve, Action<EmulatorOptions> routes, Action<SignRequest> sign, Func<EmulatorOptions, Task<int>> health)
    {
        var root = new RootCommand("A local emulator of ThreatConnect v2, DeSo associations and ThreatWinds.");
        var options = OptionTable.Rows.ToDictionary(row => row, OptionOf);
        foreach (var option in options.Values) root.Options.Add(option);
        root.SetAction((parsed, _) => Guarded(() => serve(Read(row => Given(parsed, options[row])))));

        var list = new Command("routes", "Prints every route: method, path, name, provenance, served.");
        list.SetAction((parsed, _) => Guarded(() => Done(() => routes(Read(row => Given(parsed, options[row]))))));
        root.Subcommands.Add(list);

        var probe = new Command("health", "Exits 0 when an instance at --urls is ready, 1 when not.");
        var at = new Option<string>("--urls") { HelpName = "URL", Description = "where it listens" };
        probe.Options.Add(at);
        probe.SetAction((parsed, _) => Guarded(() => health(Environmental(at, parsed))));
        root.Subcommands.Add(probe);

        root.Subcommands.Add(SignCommand(sign));
        if (RemoteCommands.AreWanted(args))
            foreach (var command in RemoteCommands.All(Environment.GetEnvironmentVariable)) root.Subcommands.Add(command);
        return Invoke(root, args, new InvocationConfiguration());
    }

    /// <summary>Runs a command, or says in one line what is wrong with it.</summary>
    public static Task<int> Invoke(RootCommand root, string[] args, InvocationConfiguration invocation)
    {
        // An argument that begins with @ is a file of the command's own, not one of further arguments.
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        invocation.EnableDefaultExceptionHandler = false;
        if (result.Errors.Count == 0) return result.InvokeAsync(invocation);
        return Task.FromResult(Refuse(Wrong(result), invocation.Error));
    }

    /// <summary>Writes one line that names the fault, and gives the exit code for it.</summary>
    public static int Refuse(string message, TextWriter? error = null)
    {
        (error ?? Console.Error).WriteLine($"emulator: {message}");
        return Refused;
    }

    private static string Wrong(ParseResult result)
    {
        if (result.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-')) is { } option)
            return $"{option} is not an option; the options are {string.Join(", ", OptionsOf(result.CommandResult))}";
        var commands = result.CommandResult.Command.Subcommands.Select(command => command.Name).ToArray();
        if (commands.Length == 0 || result.CommandResult.Command.Action is not null && result.UnmatchedTokens.Count == 0) return result.Errors[0].Message.ReplaceLineEndings(" ");
        var unknown = result.UnmatchedTokens.Count > 0 ? $"{result.UnmatchedTokens[0]} is not a command; " : "";
        return $"{unknown}give one of {string.Join(", ", commands)}";
    }

    private static IEnumerable<string> OptionsOf(CommandResult result)
    {
        var inherited = result.Parent is CommandResult above ? above.Command.Options.Where(option => option.Recursive && option is not (HelpOption or VersionOption)) : [];
        return result.Command.Options.Where(option => option is not (HelpOption or VersionOption)).Concat(inherited).Select(option => option.Name);
    }

    private static Command SignCommand(Action<SignRequest> sign)
    {
        var method = new Argument<string>("METHOD") { Description = "the HTTP method" };
        var target = new Argument<string>("TARGET") { Description = "path and query exactly as they will be sent" };
        var id = new Option<string>("--access-id") { HelpName = "ID", Description = "whose request it is", DefaultValueFactory = _ => SignRequest.AccessIdDefault };
        var key = new Option<string>("--secret-key") { HelpName = "KEY", Description = "what it is signed with", DefaultValueFactory = _ => SignRequest.SecretKeyDefault };
        var command = new Command("sign", "Prints the Timestamp and Authorization headers of a signed ThreatConnect request.");
        command.Arguments.Add(method);
        command.Arguments.Add(target);
        command.Options.Add(id);
        command.Options.Add(key);
        command.SetAction((parsed, _) => Guarded(() => Done(() => sign(new SignRequest(
            parsed.GetValue(id)!, parsed.GetValue(key)!, parsed.GetRequiredValue(method).ToUpperInvariant(), parsed.GetRequiredValue(target))))));
        return command;
    }

    private static Option<string?> OptionOf(OptionRow row) => new("--" + row.Name)
    {
        HelpName = row.Value,
        Description = $"{row.Meaning} [{row.Default}]",
        Arity = row.IsSwitch ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };

    private static string? Given(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetResult(option) is not { Implicit: false } given) return null;
        return given.Tokens is [var token, ..] ? token.Value : "on";
    }

    private static EmulatorOptions Read(Func<OptionRow, string?> given)
    {
        var options = new EmulatorOptions();
        if (Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } urls)
            options = OptionTable.Rows[0].Apply(options, urls, "ASPNETCORE_URLS");
        foreach (var row in OptionTable.Rows)
        {
            if (given(row) is { } argument) options = row.Apply(options, argument, "--" + row.Name);
            else if (Environment.GetEnvironmentVariable(row.Variable) is { Length: > 0 } value)
                options = row.Apply(options, value, row.Variable);
        }
        WarnOfUnknownVariables();
        return options;
    }

    private static EmulatorOptions Environmental(Option<string> urls, ParseResult parsed)
    {
        var row = OptionTable.Rows[0];
        var given = parsed.GetValue(urls) ?? Environment.GetEnvironmentVariable(row.Variable) ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS");
        return given is { Length: > 0 } ? row.Apply(new EmulatorOptions(), given, "--urls") : new EmulatorOptions();
    }

    private static void WarnOfUnknownVariables()
    {
        var known = new HashSet<string>(StringComparer.Ordinal) { Remote.UrlVariable };
        foreach (var row in OptionTable.Rows) known.Add(row.Variable);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable.Key is string name && name.StartsWith(Prefix, StringComparison.Ordinal) && !known.Contains(name))
                Console.Error.WriteLine($"warning: {name} is not a variable of the emulator; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        }
    }

    private static async Task<int> Guarded(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception error) when (error is OptionError or Seeding.DatasetError)
        {
            return Refuse(error.Message);
        }
    }

    private static Task<int> Done(Action action)
    {
        action();
        return Task.FromResult(0);
    }
}

/// <summary>What <c>sign</c> is asked for.</summary>
sealed record SignRequest(string AccessId, string SecretKey, string Method, string Target)
{
    public const string AccessIdDefault = "12345678901234567890";
    public const string SecretKeyDefault = "emulator-secret-key";
}
