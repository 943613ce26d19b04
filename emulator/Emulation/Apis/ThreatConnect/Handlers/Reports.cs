using System.Globalization;
using System.Text;
using System.Text.Json;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Exports a group as a PDF, and publishes groups.</summary>
static class Reports
{
    private const int ShownIndicators = 200;

    /// <summary>A group as PDF; not for documents and emails (create_report.rst).</summary>
    public static Reply Pdf(Call call)
    {
        if (!ItemKinds.Groups.Find(call).Is(out var node, out var error)) return error;
        var group = (Group)node;
        if (group.Type == GroupType.Document || group.Type == GroupType.Email)
            return Envelope.Fail(400, Texts.Malformed, $"there is no PDF of a {group.Type.Name}");
        return new Reply(200) { ContentType = "application/pdf", Bytes = PdfDocument.Of(group.Name, Lines(call, group)) };
    }

    /// <summary>Publishing has no effect in the emulator, so the graph is unchanged.</summary>
    public static Change Publish(Call call)
    {
        if (!ItemKinds.Groups.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call, mayBeEmpty: true).Is(out var body, out error)) return Writes.Refuse(call, error);
        if (body.Member("securityLabelList") is { ValueKind: not System.Text.Json.JsonValueKind.Array })
            body.Refuse(Envelope.Fail(400, Texts.Malformed, "\"securityLabelList\" is not a list"));
        body.Flag("excludeUnlabeled");
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        return Writes.Save(call, ((Group)node).Owner, call.Graph, Envelope.Done);
    }

    private static IEnumerable<string> Lines(Call call, Group group)
    {
        var graph = call.Graph;
        yield return $"{group.Type.Name} {group.Id}";
        yield return $"Owner: {Scope.OwnerOf(graph, group.Owner).Name}";
        yield return $"Added: {Date(group.Added)}";
        yield return $"Last modified: {Date(group.Modified)}";
        var labels = string.Join(", ", ItemParts.LabelsOf(graph, group, LabelGroup.To).Select(label => label.Name));
        if (labels.Length > 0) yield return $"Security labels: {labels}";
        var tags = string.Join(", ", ItemParts.TagsOf(graph, group, TagGroup.To).Select(tag => tag.Name));
        if (tags.Length > 0) yield return $"Tags: {tags}";
        foreach (var attribute in ItemParts.AttributesOf(graph, group).All().Cast<ItemAttribute>())
        {
            yield return "";
            yield return $"{attribute.Type}:";
            foreach (var line in attribute.Value.Split('\n')) yield return line;
        }
        var indicators = graph.LinkedOfClass(group, GroupIndicator.From, Indicator.ActiveClass);
        if (indicators.Count == 0) yield break;
        yield return "";
        yield return $"Indicators: {indicators.Count.ToString(CultureInfo.InvariantCulture)}";
        foreach (var indicator in indicators.Slice(0, ShownIndicators).Cast<Indicator>())
            yield return $"  {indicator.Type.Name}  {indicator.Summary}";
    }

    private static string Date(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Writes lines of text as a PDF with as many pages as needed.</summary>
static class PdfDocument
{
    private const int LinesOnPage = 50;
    private const int LongestLine = 95;
    private const int FirstPageObject = 4;

    public static byte[] Of(string title, IEnumerable<string> lines)
    {
        var all = lines.SelectMany(Wrapped).Prepend("").Prepend(title).ToArray();
        var pages = all.Chunk(LinesOnPage).ToArray();
        var kids = string.Join(' ', pages.Select((_, i) => $"{Page(i)} 0 R"));
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {pages.Length} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        };
        for (var i = 0; i < pages.Length; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                + $"/Resources << /Font << /F1 3 0 R >> >> /Contents {Page(i) + 1} 0 R >>");
            var text = Text(pages[i], first: i == 0);
            objects.Add($"<< /Length {text.Length} >>\nstream\n{text}\nendstream");
        }
        return Encoding.Latin1.GetBytes(File(objects));
    }

    private static int Page(int number) => FirstPageObject + (number * 2);

    private static string Text(string[] lines, bool first)
    {
        var text = new StringBuilder("BT /F1 10 Tf 15 TL 50 800 Td\n");
        for (var i = 0; i < lines.Length; i++)
        {
            var line = Escaped(lines[i]);
            text.Append(first && i == 0 ? $"/F1 16 Tf ({line}) Tj T* /F1 10 Tf\n" : $"({line}) Tj T*\n");
        }
        return text.Append("ET").ToString();
    }

    // Latin-1 only, because that is what the standard PDF fonts support; other characters become question marks.
    private static string Escaped(string line) => string.Concat(line.Select(character => character switch
    {
        '(' or ')' or '\\' => $"\\{character}",
        < ' ' => " ",
        > '\xff' or (>= '\x7f' and < '\xa0') => "?",
        _ => character.ToString(),
    }));

    private static IEnumerable<string> Wrapped(string line) =>
        line.Length <= LongestLine ? [line] : line.Chunk(LongestLine).Select(part => new string(part));

    private static string File(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        return file.Append(CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString();
    }
}
