using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>Files of groups that come in parts: a row with a whole file would be as long as the file.</summary>
sealed class FileContents
{
    // A multiple of three, so that a part is base64 without padding in the middle of a file.
    private const int PartLength = 48 * 1024;

    private readonly Dictionary<long, MemoryStream> _files = [];
    private readonly DatasetFile _file;
    private readonly RowPlace _at = new("contents");

    public FileContents(DatasetFile file)
    {
        _file = file;
        foreach (var row in _at.Each(file.Contents))
        {
            if (!_files.TryGetValue(row.Group, out var bytes)) _files.Add(row.Group, bytes = new MemoryStream());
            bytes.Write(Decoded(row.Base64, _at));
        }
    }

    public static bool FitsARow(FileDetails file, bool withFile) =>
        file.Content is { } content && (withFile || content.Bytes.Length <= PartLength);

    /// <summary>The parts of a group's file; none where it fits the group's row.</summary>
    public static IEnumerable<ContentRow> PartsOf(Group group)
    {
        if (group.Details is not FileDetails { Content: { } file } || file.Bytes is not { Length: > PartLength } content) yield break;
        for (var at = 0; at < content.Length; at += PartLength)
        {
            var part = content.AsSpan(at, Math.Min(PartLength, content.Length - at));
            yield return new ContentRow { Group = group.Id, Base64 = Convert.ToBase64String(part) };
        }
    }

    public static byte[] Decoded(string base64, RowPlace at)
    {
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(base64, bytes, out var length)) throw at.Error("has a content that is not base64");
        return bytes[..length];
    }

    /// <summary>What the parts of a group's file make together; null when it has none.</summary>
    public byte[]? Of(long? group) => group is { } id && _files.TryGetValue(id, out var bytes) ? bytes.ToArray() : null;

    /// <summary>Refuses parts for groups that have no file.</summary>
    public void Close(Dictionary<long, Group> groups)
    {
        if (_files.Keys.All(HasFile)) return;
        foreach (var row in _at.Each(_file.Contents))
            if (!HasFile(row.Group)) throw _at.Error($"is for the group {row.Group}, which is no document and no report");

        bool HasFile(long id) => groups.TryGetValue(id, out var group) && group.Details is FileDetails;
    }
}
