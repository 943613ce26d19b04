using System.Collections;
using System.CommandLine;

namespace Emulation;

/// <summary>Where the server's options come from: the command line over the environment over the defaults.</summary>
sealed class Settings(Func<string, string?> variable)
{
    private const string AspNetCoreUrls = "ASPNETCORE_URLS";

    private readonly Dictionary<OptionRow, Option<string?>> _options = OptionTable.Rows.ToDictionary(row => row, OptionOf);

    public IEnumerable<Option> Options => _options.Values;

    /// <exception cref="OptionError">A value is not allowed.</exception>
    public EmulatorOptions Read(ParseResult parsed)
    {
        var options = new EmulatorOptions();
        if (Set(AspNetCoreUrls) is { } urls) options = OptionTable.Rows[0].Apply(options, urls, AspNetCoreUrls);
        foreach (var row in OptionTable.Rows)
        {
            if (Given(parsed, _options[row]) is { } argument) options = row.Apply(options, argument, "--" + row.Name);
            else if (Set(row.Variable) is { } value) options = row.Apply(options, value, row.Variable);
        }
        WarnOfUnknownVariables();
        return options;
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

    private static void WarnOfUnknownVariables()
    {
        var known = new HashSet<string>(OptionTable.Rows.Select(row => row.Variable), StringComparer.Ordinal) { Commands.Remote.UrlVariable };
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            if (entry.Key is not string name || !name.StartsWith(OptionRow.VariablePrefix, StringComparison.Ordinal) || known.Contains(name)) continue;
            var names = string.Join(", ", known.Order(StringComparer.Ordinal));
            Console.Error.WriteLine($"warning: {name} is not a variable of the emulator; known are {names}");
        }
    }

    private string? Set(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
