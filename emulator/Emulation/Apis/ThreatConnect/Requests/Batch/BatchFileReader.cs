using System.Buffers;
using System.Text.Json;
using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests.Batch;

/// <summary>
/// Reads a whole batch file before anything is changed: an array of indicators (V1), or an object with indicators, groups and
/// associations in any order (V2, and the JSON bulk report). Both formats are accepted for both versions.
/// </summary>
static class BatchFileReader
{
    private const string NotAnObject = "com.google.gson.JsonSyntaxException: java.lang.IllegalStateException: Not a JSON Object: ";
    private const string NotAnArray = "com.google.gson.JsonSyntaxException: java.lang.IllegalStateException: Not a JSON Array: ";
    private const string NotJson =
        "com.google.gson.JsonSyntaxException: com.google.gson.stream.MalformedJsonException: the file ends or goes wrong at line ";
    private const int MaxQuotedLength = 100;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static BatchFile Read(ReadOnlyMemory<byte> file, IndicatorTypes types, long now)
    {
        if (file.Span.StartsWith(ByteOrderMark)) file = file[ByteOrderMark.Length..];
        try
        {
            JsonTexts.Check(new ReadOnlySequence<byte>(file));
            using var document = JsonDocument.Parse(file);
            return Read(document.RootElement, types, now);
        }
        catch (JsonException wrong)
        {
            var reason = $"{NotJson}{(wrong.LineNumber ?? 0) + 1} column {(wrong.BytePositionInLine ?? 0) + 1}";
            return new BatchFile { Refusal = BatchErrors.Syntax(reason, "$", null) };
        }
    }

    private static BatchFile Read(JsonElement root, IndicatorTypes types, long now)
    {
        if (root.ValueKind == JsonValueKind.Array) return Indicators(root, "$", types, new BatchFile());
        if (root.ValueKind != JsonValueKind.Object) return Refused(NotAnObject, root, "$", null);
        var input = new BatchFile();
        foreach (var member in root.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null) continue;
            input = member.Name switch
            {
                "indicator" => Indicators(member.Value, "$.indicator", types, input),
                "group" => Groups(member.Value, now, input),
                "association" => Associations(member.Value, input),
                _ => input,
            };
            if (input.Refusal is not null) return input;
        }
        return input;
    }

    private static BatchFile Indicators(JsonElement array, string path, IndicatorTypes types, BatchFile input)
    {
        if (array.ValueKind != JsonValueKind.Array) return Refused(NotAnArray, array, path, null);
        var items = new List<BatchItem>(input.Items);
        var before = items.Count;
        foreach (var element in array.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object)
                return Refused(NotAnObject, element, $"{path}[{items.Count - before}]", Last("indicator", items, before));
            if (BatchItemReader.MalformedDate(element) is { } date)
                return MalformedDate(date, $"{path}[{items.Count - before}]", Last("indicator", items, before));
            items.Add(BatchIndicatorReader.Read(element, types));
        }
        return input with { Items = items, Indicators = input.Indicators + items.Count - before };
    }

    private static BatchFile Groups(JsonElement array, long now, BatchFile input)
    {
        if (array.ValueKind != JsonValueKind.Array) return Refused(NotAnArray, array, "$.group", null);
        var items = new List<BatchItem>(input.Items);
        var before = items.Count;
        foreach (var element in array.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object)
                return Refused(NotAnObject, element, $"$.group[{items.Count - before}]", Last("group", items, before));
            if (BatchItemReader.MalformedDate(element) is { } date)
                return MalformedDate(date, $"$.group[{items.Count - before}]", Last("group", items, before));
            items.Add(BatchGroupReader.Read(element, now));
        }
        return input with { Items = items };
    }

    private static BatchFile Associations(JsonElement array, BatchFile input)
    {
        if (array.ValueKind != JsonValueKind.Array) return Refused(NotAnArray, array, "$.association", null);
        var associations = new List<AssociationInput>();
        foreach (var element in array.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object)
                return Refused(NotAnObject, element, $"$.association[{associations.Count}]", null);
            associations.Add(BatchItemReader.Association(element, associations.Count));
        }
        return input with { Associations = associations };
    }

    private static string? Last(string array, List<BatchItem> items, int before) =>
        items.Count == before ? null : $"{array}[{items.Count - before}] '{items[^1].Source}'";

    private static BatchFile MalformedDate(string date, string path, string? last) =>
        new() { Refusal = BatchErrors.Syntax($"com.google.gson.JsonSyntaxException: {Shortened(date)}", path, last) };

    private static BatchFile Refused(string what, JsonElement element, string path, string? last) =>
        new() { Refusal = BatchErrors.Syntax(what + Shortened(element.GetRawText()), path, last) };

    private static string Shortened(string raw) => raw.Length <= MaxQuotedLength ? raw : raw[..MaxQuotedLength];
}
