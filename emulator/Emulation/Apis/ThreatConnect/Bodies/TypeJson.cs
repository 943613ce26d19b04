using System.Text.Json;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Bodies;

/// <summary>Types as objects. What looks like a boolean in them is a text (indicators/retrieve.rst).</summary>
static class TypeJson
{
    // Of files from indicators/retrieve.rst; the others are not documented.
    private static readonly Dictionary<IndicatorType, string[]> s_regexes = new()
    {
        [IndicatorType.Address] = [@"\b((?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d))\b", @"((?:[\da-fA-F]{0,4}:){2,7}[\da-fA-F]{0,4})"],
        [IndicatorType.EmailAddress] = [@"\b([^\s@]+@[^\s@]+\.[^\s@]+)\b"],
        [IndicatorType.File] = [@"\b([a-fA-F\d]{32})\b", @"\b([a-fA-F\d]{40})\b", @"\b([a-fA-F\d]{64})\b"],
        [IndicatorType.Host] = [@"\b((?:[\w-]{1,63}\.)+[a-zA-Z][\w-]*)\b"],
        [IndicatorType.Url] = [@"\b((?:https?|s?ftp|file)://\S+)"],
        [IndicatorType.Asn] = [@"\b(ASN\d+)\b"],
        [IndicatorType.Cidr] = [@"\b((?:\d{1,3}\.){3}\d{1,3}/\d{1,2})\b", @"((?:[\da-fA-F]{1,4}:){7}[\da-fA-F]{1,4}/\d{1,3})"],
    };

    /// <param name="json">Where to.</param>
    /// <param name="type">Which.</param>
    /// <param name="additional">With keys and all labels.</param>
    /// <param name="alone">Not in a list: an empty label is left out, and expressions are shown where more was asked for.</param>
    public static void Indicator(Utf8JsonWriter json, IndicatorType type, bool additional, bool alone)
    {
        json.WriteStartObject();
        json.WriteString(Names.Name, type.Name);
        json.WriteString("custom", Text(type.Custom));
        json.WriteString("parsable", Text(type.Parsable));
        json.WriteString("apiBranch", type.Branch);
        json.WriteString("apiEntity", type.Entity);
        if (type.Custom) json.WriteString("casePreference", type.Case.ToString().ToLowerInvariant());
        if (type.Custom || (additional && type.Values.Length > 1)) Values(json, type, additional, alone);
        if (additional) Additional(json, type, alone);
        json.WriteEndObject();
    }

    public static void Attribute(Utf8JsonWriter json, AttributeType type, int rule)
    {
        json.WriteStartObject();
        json.WriteString(Names.Name, type.Name);
        if (type.Description.Length > 0) json.WriteString(Names.Description, type.Description);
        json.WriteNumber("maxSize", type.MaxSize);
        json.WriteBoolean("allowMarkdown", type.AllowMarkdown);
        json.WriteString("errorMessage", type.ErrorMessage);
        if (rule > 0 && type.Options.Count > 0) Rule(json, type, rule);
        json.WriteEndObject();
    }

    /// <summary>A type of association.</summary>
    public sealed record Association(string Name, bool Custom, bool FileAction, string Branch)
    {
        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString(Names.Name, Name);
            json.WriteString("custom", Text(Custom));
            json.WriteString("fileAction", Text(FileAction));
            json.WriteString("apiBranch", Branch);
            json.WriteEndObject();
        }
    }

    private static void Values(Utf8JsonWriter json, IndicatorType type, bool additional, bool alone)
    {
        // The third value of a registry key is shown only with additional.
        for (var i = 0; i < type.Values.Length && (i < 2 || additional); i++)
        {
            json.WriteString($"value{i + 1}Label", type.Values[i].Label);
            json.WriteString($"value{i + 1}Type", type.Values[i].Type);
            if (type.Values[i].Options.Length > 0) json.WriteString($"value{i + 1}Option", string.Join(';', type.Values[i].Options));
        }
        if (type.Values.Length == 1 && !alone && !additional) json.WriteString("value2Label", "");
    }

    private static void Additional(Utf8JsonWriter json, IndicatorType type, bool alone)
    {
        json.WriteStartObject("keys");
        for (var i = 0; i < type.Values.Length; i++) json.WriteString($"key{i + 1}", type.Values[i].Key);
        json.WriteEndObject();
        if (!alone || !s_regexes.TryGetValue(type, out var regexes)) return;
        json.WriteStartArray("regexes");
        foreach (var regex in regexes) json.WriteStringValue(regex);
        json.WriteEndArray();
    }

    private static void Rule(Utf8JsonWriter json, AttributeType type, int id)
    {
        json.WriteStartObject("validationRule");
        json.WriteNumber(Names.Id, id);
        json.WriteString(Names.Name, type.Name);
        json.WriteString("text", string.Join(';', type.Options));
        json.WriteString(Names.Type, "SelectOne");
        json.WriteString(Names.Description, type.ErrorMessage);
        json.WriteNumber("version", 1);
        json.WriteEndObject();
    }

    private static string Text(bool value) => value ? "true" : "false";
}
