using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Export;

/// <summary>Files too long for their group's row, in parts.</summary>
static class ContentRows
{
    // A multiple of three, so that a part is base64 without padding in the middle of a file.
    private const int Part = 48 * 1024;

    public static bool FitsARow(FileDetails file) => file.Content is { Length: <= Part };

    public static IEnumerable<(long Group, ReadOnlyMemory<byte> Bytes)> Of(Graph graph)
    {
        foreach (var group in graph.All(Group.ById).All().Cast<Group>())
        {
            if (group.Details is not FileDetails { Content: { Length: > Part } content }) continue;
            for (var at = 0; at < content.Length; at += Part) yield return (group.Id, content.AsMemory(at, Math.Min(Part, content.Length - at)));
        }
    }

    public static void Write(RowPen pen, (long Group, ReadOnlyMemory<byte> Bytes) part)
    {
        pen.Number("group", part.Group);
        pen.Base64("base64", part.Bytes.Span);
    }
}
