using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Files;

/// <summary>Files of groups that come in parts, since a row with all of one would be as long as the file.</summary>
sealed class ContentParts
{
    private readonly Dictionary<long, MemoryStream> _whole = [];
    private readonly IReadOnlyList<ContentRow> _rows;

    public ContentParts(DatasetFile file)
    {
        _rows = file.Contents;
        for (var i = 0; i < _rows.Count; i++)
        {
            if (!_whole.TryGetValue(_rows[i].Group, out var bytes)) _whole.Add(_rows[i].Group, bytes = new MemoryStream());
            bytes.Write(Decoded(_rows[i].Base64, "contents", i));
        }
    }

    /// <summary>What the parts of a group's file make; null when it has none.</summary>
    public byte[]? Of(long? group) => group is { } id && _whole.TryGetValue(id, out var bytes) ? bytes.ToArray() : null;

    /// <summary>Looks for parts of files that nobody has.</summary>
    public void Close(Dictionary<long, Group> groups)
    {
        for (var i = 0; i < _rows.Count; i++)
        {
            if (!groups.TryGetValue(_rows[i].Group, out var group) || group.Details is not FileDetails)
                throw new RowError("contents", i, $"is for the group {_rows[i].Group}, which is no document and no report");
        }
    }

    public static byte[] Decoded(string base64, string array, int position)
    {
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : throw new RowError(array, position, "has a content that is not base64");
    }
}
