using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>
/// Files of bad values, one for each type, certainty and span of time (threatwinds/api-docs feeds/download.md). The file is one value a line; its
/// checksum is of that, and gzip holds that. As ndjson the same entities come whole.
/// </summary>
static class Feeds
{
    private const string Gzip = "application/gzip";
    private const string Lines = "application/x-ndjson";
    private const string Plain = "text/plain";
    private const string PlainContentType = "text/plain; charset=utf-8";
    private const string Daily = "daily";
    private const long Day = 24 * 60 * 60 * Nanos.PerSecond;

    // The stream writes nothing when nothing is written to it; an empty member is a header, an empty block and a trailer (RFC 1952).
    private static readonly byte[] s_emptyMember = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static readonly string[] s_levels = ["level1", "level2", "level3"];
    private static readonly string[] s_spans = ["accumulative", Daily];
    private static readonly string[] s_forms = [Gzip, Lines, Plain];

    public static Reply List(Call call) => Envelope.Ok(200, json =>
    {
        json.WriteStartArray();
        foreach (var type in EntityTypes.All.Where(type => Of(call, type.Name).Count > 0))
        {
            foreach (var span in s_spans)
            {
                foreach (var level in s_levels)
                {
                    json.WriteStartObject();
                    json.WriteString("name", type.Name);
                    json.WriteString("type", span);
                    json.WriteString("accuracy", level);
                    json.WriteEndObject();
                }
            }
        }
        json.WriteEndArray();
    });

    public static Reply Download(Call call)
    {
        if (Find(call, call["level"], call["type"], call["name"]) is not { } entities) return Envelope.Nothing(call, Texts.RecordNotFound);
        return Wanted(call.Header("Accept")) switch
        {
            Plain => new Reply(200) { ContentType = PlainContentType, Bytes = Text(entities) },
            Lines => new Reply(200) { ContentType = Lines, Writer = to => Whole(to, entities) },
            _ => new Reply(200) { ContentType = Gzip, Bytes = Packed(Text(entities)) },
        };
    }

    public static Reply Checksum(Call call)
    {
        var (level, span, name) = (call.Query["level"], call.Query["type"], call.Query["name"]);
        if (string.IsNullOrWhiteSpace(level) || string.IsNullOrWhiteSpace(span) || string.IsNullOrWhiteSpace(name)) return Envelope.Refuse(call, 400, Texts.ValueEmpty);
        if (Find(call, level, span, name) is not { } entities) return Envelope.Nothing(call, Texts.RecordNotFound);
        return new Reply(200) { ContentType = PlainContentType, Bytes = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(Text(entities)))) };
    }

    /// <summary>The entities of a feed, the newest first; null when there is no such file.</summary>
    private static List<Entity>? Find(Call call, string level, string span, string name)
    {
        var least = Array.IndexOf(s_levels, level) + 1;
        if (least == 0 || !s_spans.Contains(span, StringComparer.Ordinal) || EntityTypes.Find(name) is null) return null;
        var all = Of(call, name);
        if (all.Count == 0) return null;
        var groups = Callers.GroupsOf(call);
        var since = string.Equals(span, Daily, StringComparison.Ordinal) ? Nanos.Of(call.Now) - Day : long.MinValue;
        return [.. all.All().Cast<Entity>().TakeWhile(entity => entity.At >= since)
            .Where(entity => entity.Reputation < 0 && entity.Accuracy >= least && Callers.Sees(groups, entity.VisibleBy))];
    }

    private static NodeList Of(Call call, string type) =>
        call.Graph.Between(Entity.ByType, NewestEntity.First(type), NewestEntity.Last(type));

    private static byte[] Text(List<Entity> entities)
    {
        var text = new StringBuilder();
        foreach (var entity in entities) text.Append(entity.Value.Text.ReplaceLineEndings(" ")).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Whole(IBufferWriter<byte> to, List<Entity> entities)
    {
        foreach (var entity in entities)
        {
            JsonBody.Write(to, json => EntityJson.Full(json, entity));
            to.Write("\n"u8);
        }
    }

    private static byte[] Packed(byte[] text)
    {
        if (text.Length == 0) return s_emptyMember;
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(text);
        return packed.ToArray();
    }

    /// <summary>The most wanted of the three; gzip, which the page names first, when anything will do.</summary>
    private static string Wanted(string? accept)
    {
        var best = (Form: Gzip, Weight: 0.0);
        foreach (var part in (accept ?? "").Split(','))
        {
            var pieces = part.Split(';', StringSplitOptions.TrimEntries);
            var weight = pieces.Skip(1).FirstOrDefault(piece => piece.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) is { } given
                && double.TryParse(given.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 1;
            var form = Array.Find(s_forms, known => known.Equals(pieces[0], StringComparison.OrdinalIgnoreCase)) ?? (pieces[0].Equals("text/*", StringComparison.OrdinalIgnoreCase) ? Plain : null);
            if (form is not null && weight > best.Weight) best = (form, weight);
        }
        return best.Form;
    }
}
