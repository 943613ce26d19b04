using System.Text.Json;

namespace Emulation;

/// <summary>Reads the file of <c>--config</c>: a JSON object whose members are names of options.</summary>
static class ConfigFile
{
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="OptionError">The file cannot be read, or contains something other than options.</exception>
    public static IEnumerable<Setting> Read(string file)
    {
        using var document = Parse(file);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new OptionError($"{file}: give a JSON object whose members are names of options");
        return document.RootElement.EnumerateObject().Select(member => SettingOf(file, member)).ToArray();
    }

    private static Setting SettingOf(string file, JsonProperty member)
    {
        var row = OptionTable.Rows.FirstOrDefault(row => row != OptionTable.Config && row.Name == member.Name);
        if (row is null)
        {
            var names = OptionTable.Rows.Where(row => row != OptionTable.Config).Select(row => row.Name).ToArray();
            var remedy = Suggestion.OrList(member.Name, "the options are", names);
            throw new OptionError($"{file}: \"{member.Name}\" is not an option; {remedy}");
        }
        var value = member.Value.ValueKind switch
        {
            JsonValueKind.String => member.Value.GetString()!,
            JsonValueKind.Number => member.Value.GetRawText(),
            JsonValueKind.True when row.IsSwitch => "on",
            JsonValueKind.False when row.IsSwitch => "off",
            _ => throw new OptionError($"{file}: \"{member.Name}\" must be {(row.IsSwitch ? "true or false" : "text or a number")}"),
        };
        return new Setting(row, value, SettingRank.File, $"{file}: \"{member.Name}\"");
    }

    private static JsonDocument Parse(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(file), s_strict);
        }
        catch (JsonException error)
        {
            // The position is part of the exception's message too, counted from zero.
            var reason = error.Message.Split(" LineNumber:")[0].TrimEnd('.').ReplaceLineEndings(" ");
            var place = error.LineNumber is { } line ? $"line {line + 1}" : "the file";
            throw new OptionError($"{file}: {place} is not JSON without comments and repeated members ({reason})");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OptionError($"--config: '{file}' cannot be read ({fault.Message.ReplaceLineEndings(" ")})");
        }
    }
}
