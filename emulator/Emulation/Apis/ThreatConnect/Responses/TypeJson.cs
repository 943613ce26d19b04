using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Responses;

/// <summary>Writes types. Their Booleans are texts (indicators/retrieve.rst).</summary>
static class TypeJson
{
    // The expressions of files are from indicators/retrieve.rst; the others are not documented.
    private static readonly Dictionary<IndicatorType, string[]> s_regexes = new()
    {
        [IndicatorType.Address] = [@"\b((?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d))\b",
            @"((?:[\da-fA-F]{0,4}:){2,7}[\da-fA-F]{0,4})"],
        [IndicatorType.EmailAddress] = [@"\b([^\s@]+@[^\s@]+\.[^\s@]+)\b"],
        [IndicatorType.File] = [@"\b([a-fA-F\d]{32})\b", @"\b([a-fA-F\d]{40})\b", @"\b([a-fA-F\d]{64})\b"],
        [IndicatorType.Host] = [@"\b((?:[\w-]{1,63}\.)+[a-zA-Z][\w-]*)\b"],
        [IndicatorType.Url] = [@"\b((?:https?|s?ftp|file)://\S+)"],
        [IndicatorType.Asn] = [@"\b(ASN\d+)\b"],
        [IndicatorType.Cidr] = [@"\b((?:\d{1,3}\.){3}\d{1,3}/\d{1,2})\b", @"((?:[\da-fA-F]{1,4}:){7}[\da-fA-F]{1,4}/\d{1,3})"],
    };

    /// <param name="json">The writer.</param>
    /// <param name="type">The type.</param>
    /// <param name="additional">Includes keys and all labels.</param>
    /// <param name="alone">A single type: an empty label is left out, and additional includes expressions.</param>
    public static void Indicator(ref JsonWriter json, IndicatorType type, bool additional, bool alone)
    {
        json.StartObject();
        json.Text("name"u8, type.Name);
        json.Text("custom"u8, Text(type.Custom));
        json.Text("parsable"u8, Text(type.Parsable));
        json.Text("apiBranch"u8, type.Branch);
        json.Text("apiEntity"u8, type.Entity);
        if (type.Custom) json.Text("casePreference"u8, type.Case.ToString().ToLowerInvariant());
        if (type.Custom || (additional && type.Values.Length > 1)) Values(ref json, type, additional, alone);
        if (additional) Additional(ref json, type, alone);
        json.EndObject();
    }

    public static void Attribute(ref JsonWriter json, AttributeType type, int rule)
    {
        json.StartObject();
        json.Text("name"u8, type.Name);
        if (type.Description.Length > 0) json.Text("description"u8, type.Description);
        json.Number("maxSize"u8, type.MaxSize);
        json.Flag("allowMarkdown"u8, type.AllowMarkdown);
        json.Text("errorMessage"u8, type.ErrorMessage);
        if (rule > 0 && type.Options.Count > 0) Rule(ref json, type, rule);
        json.EndObject();
    }

    /// <summary>A type of association.</summary>
    public sealed record Association(string Name, bool Custom, bool FileAction, string Branch)
    {
        public void Write(ref JsonWriter json)
        {
            json.StartObject();
            json.Text("name"u8, Name);
            json.Text("custom"u8, Text(Custom));
            json.Text("fileAction"u8, Text(FileAction));
            json.Text("apiBranch"u8, Branch);
            json.EndObject();
        }
    }

    private static void Values(ref JsonWriter json, IndicatorType type, bool additional, bool alone)
    {
        for (var i = 0; i < type.Values.Length; i++)
        {
            json.Text($"value{i + 1}Label", type.Values[i].Label);
            json.Text($"value{i + 1}Type", type.Values[i].Type);
            if (type.Values[i].Options.Length > 0) json.Text($"value{i + 1}Option", string.Join(';', type.Values[i].Options));
        }
        if (type.Values.Length == 1 && !alone && !additional) json.Text("value2Label"u8, "");
    }

    private static void Additional(ref JsonWriter json, IndicatorType type, bool alone)
    {
        json.StartObject("keys"u8);
        for (var i = 0; i < type.Values.Length; i++) json.Text($"key{i + 1}", type.Values[i].Key);
        json.EndObject();
        if (!alone || !s_regexes.TryGetValue(type, out var regexes)) return;
        json.StartArray("regexes"u8);
        foreach (var regex in regexes) json.Text(regex);
        json.EndArray();
    }

    private static void Rule(ref JsonWriter json, AttributeType type, int id)
    {
        json.StartObject("validationRule"u8);
        json.Number("id"u8, id);
        json.Text("name"u8, type.Name);
        json.Text("text"u8, string.Join(';', type.Options));
        json.Text("type"u8, "SelectOne");
        json.Text("description"u8, type.ErrorMessage);
        json.Number("version"u8, 1);
        json.EndObject();
    }

    private static string Text(bool value) => value ? "true" : "false";
}
