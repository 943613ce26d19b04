using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Errors of the search engine, which the vendor returns as text (threatwinds/api-docs; go-sdk catcher/errors.go).</summary>
static class EngineFault
{
    private const string Prefix = "... error: ";

    public static string Text(string type, string reason)
    {
        var error = JsonBody.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteStartArray("root_cause");
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("reason", reason);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("type", type);
            json.WriteString("reason", reason);
            json.WriteEndObject();
            json.WriteNumber("status", 400);
            json.WriteEndObject();
        });
        return Prefix + Encoding.UTF8.GetString(error.Span);
    }
}

/// <summary>The position of a value in a body: line and column, from 1.</summary>
static class Position
{
    /// <param name="body">The JSON document.</param>
    /// <param name="path">Names and indexes joined by dots; the position is the end of the (empty) object at that path.</param>
    public static string Of(ReadOnlySequence<byte> body, string path)
    {
        var bytes = body.ToArray();
        var reader = new Utf8JsonReader(bytes);
        var at = new List<(string Name, int Index)> { ("", -1) };
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    at[^1] = (reader.GetString()!, -1);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Next(at);
                    at.Add(reader.TokenType == JsonTokenType.StartArray ? ("", 0) : ("", -1));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    at.RemoveAt(at.Count - 1);
                    if (string.Equals(PathOf(at), path, StringComparison.Ordinal)) return Place(bytes, (int)reader.TokenStartIndex);
                    break;
                default:
                    Next(at);
                    break;
            }
        }
        return "[1:1]";
    }

    // In an array, increments the index of the next element.
    private static void Next(List<(string Name, int Index)> at)
    {
        if (at[^1].Index >= 0) at[^1] = ("", at[^1].Index + 1);
    }

    private static string PathOf(List<(string Name, int Index)> at) =>
        string.Join('.', at.Select(step => step.Index >= 0 ? (step.Index - 1).ToString() : step.Name).Where(step => step.Length > 0));

    private static string Place(byte[] bytes, int at)
    {
        var before = bytes.AsSpan(0, at);
        var line = before.Count((byte)'\n') + 1;
        return $"[{line}:{at - before.LastIndexOf((byte)'\n')}]";
    }
}
