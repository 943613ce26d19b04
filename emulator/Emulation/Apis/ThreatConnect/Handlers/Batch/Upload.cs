using System.Buffers;
using System.IO.Compression;
using System.Text;
using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>The content of an upload, parsed before the write lock is taken: the file and, optionally, the configuration.</summary>
sealed record Upload(ReadOnlyMemory<byte> Config, BatchFile Input, Reply? Refusal)
{
    private const string ConfigPart = "config";
    private const string ContentPart = "content";

    /// <summary>Reads an upload of the file only, as the body or as a part.</summary>
    public static Upload Read(Call call, ThreatConnectContext context) => Read(call, context, withConfig: false);

    public static Upload ReadWithConfig(Call call, ThreatConnectContext context) => Read(call, context, withConfig: true);

    private static Upload Read(Call call, ThreatConnectContext context, bool withConfig)
    {
        var limit = context.Options.BatchBytes;
        var body = call.Body.IsSingleSegment ? call.Body.First : call.Body.ToArray();
        if (Plain(body, call.Header("Content-Encoding"), limit, out var refusal) is not { } plain) return Refused(refusal!);
        ReadOnlyMemory<byte> config = default;
        if (Multipart.Is(call.Header("Content-Type")))
        {
            if (Multipart.Read(plain, call.Header("Content-Type")!) is not { } parts)
                return Refused(Envelope.Fail(400, Texts.Malformed, "the body is not multipart as its Content-Type says"));
            if (Find(parts, ContentPart) is not { } content)
                return Refused(Envelope.Fail(400, Texts.Malformed, $"there is no part \"{ContentPart}\""));
            if (withConfig && Find(parts, ConfigPart) is null)
                return Refused(Envelope.Fail(400, Texts.Malformed, $"there is no part \"{ConfigPart}\""));
            config = Find(parts, ConfigPart)?.Bytes ?? default;
            if (Plain(content.Bytes, content.Encoding, limit, out refusal) is not { } inner) return Refused(refusal!);
            plain = inner;
        }
        else if (withConfig) return Refused(Envelope.Fail(400, Texts.Malformed, "the body is not multipart/form-data"));
        if (plain.Length > limit) return Refused(BatchReplies.TooLarge(limit));
        if (plain.IsEmpty) return Refused(Envelope.Fail(400, Texts.Malformed, "the file is empty"));
        return new Upload(config, BatchFileReader.Read(plain, Instance.Of(call.Graph).IndicatorTypes, call.Now.ToUnixTimeSeconds()), null);
    }

    private static Upload Refused(Reply refusal) => new(default, new BatchFile(), refusal);

    // When there is only one part, its name does not matter.
    private static Part? Find(IReadOnlyList<Part> parts, string name) =>
        parts.FirstOrDefault(part => string.Equals(part.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? (name == ContentPart && parts.Count == 1 ? parts[0] : null);

    /// <summary>The decompressed bytes; null when they are not gzip, or too many.</summary>
    private static ReadOnlyMemory<byte>? Plain(ReadOnlyMemory<byte> bytes, string? encoding, long limit, out Reply? refusal)
    {
        refusal = null;
        if (!string.Equals(encoding?.Trim(), "gzip", StringComparison.OrdinalIgnoreCase)) return bytes;
        var plain = new ArrayBufferWriter<byte>();
        try
        {
            using var zipped = new GZipStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
            for (int read; (read = zipped.Read(plain.GetSpan(81_920))) > 0;)
            {
                plain.Advance(read);
                if (plain.WrittenCount <= limit) continue;
                refusal = BatchReplies.TooLarge(limit);
                return null;
            }
        }
        catch (InvalidDataException)
        {
            refusal = Envelope.Fail(400, Texts.Malformed, "the body is not gzip as its Content-Encoding says");
            return null;
        }
        return plain.WrittenMemory;
    }
}
