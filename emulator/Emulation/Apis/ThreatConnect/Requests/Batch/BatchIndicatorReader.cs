using System.Text.Json;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests.Batch;

/// <summary>Reads an indicator of a batch file.</summary>
static class BatchIndicatorReader
{
    private static readonly string[] s_texts = ["summary", "xid", "description", "source", "value1", "value2", "value3"];

    public static IndicatorItem Read(JsonElement element, IndicatorTypes types)
    {
        var item = new LenientJson(element);
        var typeName = item.Text("type");
        var type = typeName is null ? null : types.Find(typeName);
        var written = item.Text("summary", "xid")
            ?? type?.Values.Select(field => item.Text(field.Key)).FirstOrDefault(text => text is not null) ?? "An indicator";
        var source = BatchItemReader.Shortened(written);
        if (type is null)
            return Failed(source, typeName is null
                ? $"Indicator {source} has no type."
                : $"Indicator {source} has the unknown type {BatchItemReader.Shortened(typeName)}.");
        var keys = type.Values.Select(field => field.Key);
        if (BatchItemReader.NotText(item, s_texts.Concat(keys)) is { } member)
            return Failed(source, $"{type.Name} {source} has an invalid {member}.");
        if (Parts(item, type) is not { } parts)
            return new IndicatorItem { Source = source, Failure = BatchErrors.Value(source, type.Name) };
        var (rating, confidence) = (item.Number("rating"), item.Number("confidence"));
        if (rating is < 0 or > 5) return Failed(source, $"{type.Name} {source} has an invalid rating.");
        if (confidence is { } given && (given is < 0 or > 100 || given != decimal.Truncate(given)))
            return Failed(source, $"{type.Name} {source} has an invalid confidence.");
        var size = item.Number("size") ?? item.Number("intValue1");
        if (size is < 0 or > long.MaxValue) return Failed(source, $"{type.Name} {source} has an invalid size.");
        return new IndicatorItem
        {
            Source = source,
            Type = type,
            Parts = parts,
            Rating = rating is { } stars ? (short)decimal.Round(stars * 100) : null,
            Confidence = (short?)confidence,
            Description = item.Text("description"),
            SourceText = item.Text("source"),
            Active = item.Flag("active"),
            ActiveLocked = item.Flag("activeLocked"),
            Private = item.Flag("privateFlag"),
            DnsActive = item.Flag("dnsActive") ?? item.Flag("flag1"),
            WhoisActive = item.Flag("whoisActive") ?? item.Flag("flag2"),
            Size = (long?)size,
            Xid = item.Text("xid"),
            Added = item.Date("dateAdded"),
            Modified = item.Date("lastModified"),
            Attributes = BatchItemReader.Attributes(item),
            Tags = BatchItemReader.Tags(item),
            Labels = BatchItemReader.Labels(item),
            GroupXids = [.. item.Objects("associatedGroups").Select(one => new LenientJson(one).Text("groupXid")).OfType<string>()],
            GroupIds = [.. item.Values("associatedGroup").Select(Number).OfType<long>()],
            Occurrences =
            [
                .. BatchItemReader.Occurrences(element)
                    .Select(one => new OccurrenceInput(one.Text("fileName"), one.Text("path"), one.Date("date")))
                    .Where(one => one.FileName is not null || one.Path is not null || one.Date is not null),
            ],
        };
    }

    private static IndicatorItem Failed(string source, string reason) =>
        new() { Source = source, Failure = BatchErrors.Item(true, source, reason) };

    /// <summary>The parts of the value, from the members of the type, from value1 to value3, or from the summary.</summary>
    private static string?[]? Parts(LenientJson item, IndicatorType type)
    {
        var parts = new string?[3];
        var any = false;
        for (var i = 0; i < type.Values.Length; i++)
        {
            if (item.Text(type.Values[i].Key, $"value{i + 1}") is not { } text) continue;
            parts[i] = IndicatorValues.Canonical(type, i, text);
            if (parts[i] is null) return null;
            any = true;
        }
        var complete = type == IndicatorType.File || parts.Take(type.Values.Length).All(part => part is not null);
        if (any && complete) return parts;
        if (item.Text("summary") is not { } summary) return parts.Take(type.Required).All(part => part is not null) ? parts : null;
        return type == IndicatorType.File ? Hashes(summary) : Leading(type, summary);
    }

    /// <summary>The parts of a summary, of which the last may be missing.</summary>
    private static string?[]? Leading(IndicatorType type, string summary)
    {
        if (type.Values.Length == 1) return IndicatorValues.Split(type, summary);
        var written = summary.Split(IndicatorType.Separator);
        if (written.Length > type.Values.Length) return null;
        var parts = new string?[3];
        for (var i = 0; i < written.Length; i++)
        {
            parts[i] = IndicatorValues.Canonical(type, i, written[i]);
            if (parts[i] is null) return null;
        }
        return written.Length < type.Required ? null : parts;
    }

    // Clients leave an absent hash empty: " : sha1 : ".
    private static string?[]? Hashes(string summary)
    {
        var parts = new string?[3];
        foreach (var hash in summary.Split(" :").Select(one => one.Trim(' ', ':')).Where(one => one.Length > 0))
        {
            var at = IndicatorValues.HashPart(hash);
            if (at < 0 || parts[at] is not null) return null;
            parts[at] = hash.ToUpperInvariant();
        }
        return Array.TrueForAll(parts, part => part is null) ? null : parts;
    }

    private static long? Number(JsonElement value) => long.TryParse(LenientJson.TextOf(value), out var id) && id > 0 ? id : null;
}
