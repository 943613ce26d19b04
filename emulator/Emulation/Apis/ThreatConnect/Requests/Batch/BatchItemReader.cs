using System.Text.Json;
using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;

namespace Emulation.Apis.ThreatConnect.Requests.Batch;

/// <summary>Reads the common members of indicators and groups in a batch file.</summary>
static class BatchItemReader
{
    private const int MaxSourceLength = 200;

    private static readonly string[] s_dates = ["eventDate", "firstSeen", "lastSeen", "publishDate", "dateAdded", "lastModified"];

    public static string Shortened(string text) => text.Length <= MaxSourceLength ? text : text[..MaxSourceLength];

    public static IReadOnlyList<AttributeInput> Attributes(LenientJson item) =>
    [
        .. item.Objects("attribute").Select(one => new LenientJson(one)).Select(one =>
            new AttributeInput(
                one.Text("type") ?? "", one.Text("value") ?? "", one.Flag("displayed") == true, one.Text("source"), Labels(one))),
    ];

    public static IReadOnlyList<string> Tags(LenientJson item) =>
        [.. item.Objects("tag").Select(one => new LenientJson(one).Text("name") ?? "")];

    public static IReadOnlyList<LabelInput> Labels(LenientJson item) =>
        [.. item.Objects("securityLabel").Select(one => new LenientJson(one))
            .Select(one => new LabelInput(one.Text("name") ?? "", one.Text("description"), one.Text("color")?.TrimStart('#')))];

    public static AssociationInput Association(JsonElement element, int position)
    {
        var item = new LenientJson(element);
        return new AssociationInput(position, End(item, 1), End(item, 2), item.Text("associationType"));
    }

    private static EndInput End(LenientJson item, int end) =>
        new(Id(item.Number($"id_{end}")), item.Text($"ref_{end}"), item.Text($"type_{end}"));

    /// <summary>The first malformed date of an item, as written. The vendor's reader refuses the whole file because of it.</summary>
    public static string? MalformedDate(JsonElement element)
    {
        var item = new LenientJson(element);
        var own = s_dates.Where(name => item.Text(name) is not null && item.Date(name) is null)
            .Select(name => item[name]!.Value.GetRawText());
        var seen = Occurrences(element).Where(one => one.Text("date") is not null && one.Date("date") is null)
            .Select(one => one["date"]!.Value.GetRawText());
        return own.Concat(seen).FirstOrDefault();
    }

    // threatconnect-java sends file occurrences inside of fileAction.
    public static IEnumerable<LenientJson> Occurrences(JsonElement element)
    {
        var nested = element.TryGetProperty("fileAction", out var action) && action.ValueKind == JsonValueKind.Object
            ? new LenientJson(action).Objects("fileOccurrence")
            : [];
        return new LenientJson(element).Objects("fileOccurrence").Concat(nested).Select(one => new LenientJson(one));
    }

    /// <summary>The first of some members that is an object or array instead of a text.</summary>
    public static string? NotText(LenientJson item, params IEnumerable<string> members) =>
        members.FirstOrDefault(name => item[name] is { ValueKind: JsonValueKind.Object or JsonValueKind.Array });

    public static long? Id(decimal? number) => number is >= 1 and <= long.MaxValue ? (long)number.Value : null;
}
