using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Emulation.Apis.ThreatConnect.Authentication;
using Emulation.Apis.ThreatConnect.Handlers.Batch;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>The contents of documents and reports, and the text of signatures.</summary>
static class FileContents
{
    /// <summary>
    /// The first upload. If there is content already, it is refused with 401 unless updateIfExists is set; tcex then sends PUT.
    /// </summary>
    public static Change Upload(Call call, GroupType type) => Put(call, type, over: Includes.IsTrue(call, "updateIfExists"));

    public static Change Replace(Call call, GroupType type) => Put(call, type, over: true);

    public static Reply Download(Call call, GroupType type)
    {
        if (!ItemKinds.Groups.FindOne(call, type).Is(out var group, out var error)) return error;
        if (group.Details is not FileDetails { Content: { } content }) return Envelope.Missing;
        return new Reply(200) { ContentType = "application/octet-stream", Bytes = content.Bytes };
    }

    public static Reply SignatureText(Call call)
    {
        if (!ItemKinds.Groups.FindOne(call, GroupType.Signature).Is(out var group, out var error)) return error;
        var text = ((SignatureDetails)group.Details!).FileText;
        return new Reply(200) { ContentType = "text/plain", Bytes = System.Text.Encoding.UTF8.GetBytes(text) };
    }

    private static Change Put(Call call, GroupType type, bool over)
    {
        if (!ItemKinds.Groups.FindOne(call, type).Is(out var group, out var error)) return Writes.Refuse(call, error);
        if (call.Header("Content-Type") is { } sent && sent.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return Writes.Refuse(call, Envelope.Fail(400, Texts.Malformed, "a file is the body itself, not a part of it"));
        var file = (FileDetails)group.Details!;
        if (file.Content is not null && !over)
            return Writes.Refuse(call,
                Envelope.Fail(401, Texts.Failed(type.Name, "created"), "it has content; PUT replaces it, or updateIfExists=true"));
        var bytes = call.Body.ToArray();
        if (file.Malware && !IsProtectedZip(bytes))
            return Writes.Refuse(call, Envelope.Fail(400, Texts.Malformed, "a malware document is a zip file with a password"));

        var details = file with { Content = new FileContent(bytes), FileSize = bytes.LongLength, Status = FileStatus.Success };
        var graph = call.Graph.Replace(group, group with { Details = details, Modified = call.Now.ToUnixTimeSeconds() });
        return Writes.Save(call, group.Owner, graph, Envelope.Done);
    }

    /// <summary>Whether the bytes begin with a local file header whose encryption flag is set.</summary>
    private static bool IsProtectedZip(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\x03\x04"u8) && bytes.Length >= 8 && (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]) & 1) == 1;
}
