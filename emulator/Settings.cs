using System.Collections;
using System.CommandLine;
using Emulation.Logging;

namespace Emulation;

/// <summary>The server's options: the command line over the environment over the file of <c>--config</c> over the defaults.</summary>
sealed class Settings(Func<string, string?> variable)
{
    public const string AspNetCoreUrls = "ASPNETCORE_URLS";
    public const string AspNetCorePorts = "ASPNETCORE_HTTP_PORTS";

    private readonly Dictionary<OptionRow, Option<string?>> _options = OptionTable.Rows.ToDictionary(row => row, OptionOf);

    public IEnumerable<Option> Options => _options.Values;

    /// <exception cref="OptionError">A value is not allowed.</exception>
    public EmulatorOptions Read(ParseResult parsed)
    {
        var settings = Chosen([.. FromFile(parsed), .. FromAspNetCore(), .. FromVariables(), .. FromCommandLine(parsed)]);
        RefuseOptionsOfDemo(settings);
        var options = new EmulatorOptions();
        foreach (var setting in settings) options = setting.Row.Apply(options, setting.Value, setting.Source);
        WarnOfUnknownVariables(options.LogFormat);
        return options;
    }

    /// <summary>The effective setting of each option, in the order of the table. <c>urls</c> and <c>port</c> are one setting.</summary>
    private static Setting[] Chosen(IEnumerable<Setting> given)
    {
        var chosen = new Dictionary<OptionRow, Setting>();
        foreach (var setting in given)
        {
            var key = setting.Row == OptionTable.Port ? OptionTable.Urls : setting.Row;
            if (chosen.TryGetValue(key, out var other) && other.Rank == setting.Rank && other.Row != setting.Row)
                throw new OptionError($"give {other.Source} or {setting.Source}, not both");
            chosen[key] = setting;
        }
        return [.. OptionTable.Rows.Where(chosen.ContainsKey).Select(row => chosen[row])];
    }

    private static void RefuseOptionsOfDemo(Setting[] settings)
    {
        var dataset = settings.FirstOrDefault(setting => setting.Row == OptionTable.Dataset);
        if (dataset is null || dataset.Value == OptionTable.Dataset.Default) return;
        foreach (var setting in settings)
        {
            if (setting.Rank < dataset.Rank) continue;
            if (setting.Row == OptionTable.DemoEnd)
                throw new OptionError($"{setting.Source} is for the dataset demo, which is generated; {dataset.Value} has its own dates");
            if (setting.Row != OptionTable.Size && setting.Row != OptionTable.Mix) continue;
            throw new OptionError($"{setting.Source} is for the dataset demo, which is generated; {dataset.Value} has a fixed size");
        }
    }

    private IEnumerable<Setting> FromFile(ParseResult parsed) =>
        (Given(parsed, OptionTable.Config) ?? Set(OptionTable.Config.Variable)) is { } file ? ConfigFile.Read(file) : [];

    /// <summary>ASP.NET Core's own variables: addresses, or else ports on every address.</summary>
    private IEnumerable<Setting> FromAspNetCore()
    {
        if (Set(AspNetCoreUrls) is { } urls) return [new(OptionTable.Urls, urls, SettingRank.AspNetCoreVariable, AspNetCoreUrls)];
        if (Set(AspNetCorePorts) is not { } ports) return [];
        var addresses = ports.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [
            new(
                OptionTable.Urls,
                string.Join(';', addresses.Select(port => $"http://*:{port}")),
                SettingRank.AspNetCoreVariable,
                AspNetCorePorts),
        ];
    }

    private IEnumerable<Setting> FromVariables() =>
        from row in OptionTable.Rows
        let value = Set(row.Variable)
        where value is not null
        select new Setting(row, value, SettingRank.Variable, row.Variable);

    private IEnumerable<Setting> FromCommandLine(ParseResult parsed) =>
        from row in OptionTable.Rows
        let value = Given(parsed, row)
        where value is not null
        select new Setting(row, value, SettingRank.CommandLine, "--" + row.Name);

    private static Option<string?> OptionOf(OptionRow row) => new("--" + row.Name)
    {
        HelpName = row.Value,
        Description = $"{row.Meaning} [{row.Default}]",
        Arity = row.IsSwitch ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };

    private string? Given(ParseResult parsed, OptionRow row)
    {
        if (parsed.GetResult(_options[row]) is not { Implicit: false } given) return null;
        return given.Tokens is [var token, ..] ? token.Value : "on";
    }

    private static void WarnOfUnknownVariables(LogFormat format)
    {
        string[] known = [.. OptionTable.Rows.Select(row => row.Variable), Commands.Remote.UrlVariable];
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            if (entry.Key is not string name || !name.StartsWith(OptionRow.VariablePrefix, StringComparison.Ordinal)) continue;
            if (known.Contains(name, StringComparer.Ordinal)) continue;
            var remedy = Suggestion.OrList(name, "known are", known);
            var warning = $"warning: {name} is not a variable of the emulator; {remedy}";
            Console.Error.WriteLine(TerminalLog.NoticeLine(format, warning, TimeProvider.System.GetUtcNow()));
        }
    }

    private string? Set(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
