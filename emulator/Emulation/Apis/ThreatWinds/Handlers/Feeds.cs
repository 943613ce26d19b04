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
/// Feeds of malicious values, one for each type, accuracy and period (threatwinds/api-docs feeds/download.md). A feed has one value per
/// line, of which the checksum is computed and which gzip contains. As ndjson it has the whole entities.
/// </summary>
static class Feeds
{
    private const string Gzip = "application/gzip";
    private const string Lines = "application/x-ndjson";
    private const string Plain = "text/plain";
    private const string PlainContentType = "text/plain; charset=utf-8";
    private const string Daily = "daily";
    private const long Day = 24 * 60 * 60 * Nanos.PerSecond;

    // GZipStream writes nothing for an empty input; an empty gzip member is a header, an empty block and a trailer (RFC 1952).
    private static readonly byte[] s_emptyMember = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static readonly string[] s_levels = ["level1", "level2", "level3"];
    private static readonly string[] s_periods = ["accumulative", Daily];
    private static readonly string[] s_formats = [Gzip, Lines, Plain];

    public static Reply List(Call call) => Envelope.Ok(200, json =>
    {
        json.WriteStartArray();
        foreach (var type in EntityTypes.All.Where(type => Of(call, type.Name).Count > 0))
        {
            foreach (var period in s_periods)
            {
                foreach (var level in s_levels)
                {
                    json.WriteStartObject();
                    json.WriteString("name", type.Name);
                    json.WriteString("type", period);
                    json.WriteString("accuracy", level);
                    json.WriteEndObject();
                }
            }
        }
        json.WriteEndArray();
    });

    public static Reply Download(Call call)
    {
        if (Find(call, call["level"], call["type"], call["name"]) is not { } entities)
            return Envelope.NoContent(call, Texts.RecordNotFound);
        return PreferredFormat(call.Header("Accept")) switch
        {
            Plain => new Reply(200) { ContentType = PlainContentType, Bytes = Text(entities) },
            Lines => new Reply(200) { ContentType = Lines, Writer = to => WriteEntities(to, entities) },
            _ => new Reply(200) { ContentType = Gzip, Bytes = Compress(Text(entities)) },
        };
    }

    public static Reply Checksum(Call call)
    {
        var (level, period, name) = (call.Query["level"], call.Query["type"], call.Query["name"]);
        if (string.IsNullOrWhiteSpace(level) || string.IsNullOrWhiteSpace(period) || string.IsNullOrWhiteSpace(name))
            return Envelope.Refuse(call, 400, Texts.ValueEmpty);
        if (Find(call, level, period, name) is not { } entities) return Envelope.NoContent(call, Texts.RecordNotFound);
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Text(entities)));
        return new Reply(200) { ContentType = PlainContentType, Bytes = Encoding.ASCII.GetBytes(checksum) };
    }

    /// <summary>The entities of a feed, newest first; null when there is no such feed.</summary>
    private static List<Entity>? Find(Call call, string level, string period, string name)
    {
        var minAccuracy = Array.IndexOf(s_levels, level) + 1;
        if (minAccuracy == 0 || !s_periods.Contains(period, StringComparer.Ordinal) || EntityTypes.Find(name) is null) return null;
        var all = Of(call, name);
        if (all.Count == 0) return null;
        var groups = Callers.GroupsOf(call);
        var since = string.Equals(period, Daily, StringComparison.Ordinal) ? Nanos.Of(call.Now) - Day : long.MinValue;
        return [.. all.All().Cast<Entity>().TakeWhile(entity => entity.At >= since)
            .Where(entity => entity.Reputation < 0 && entity.Accuracy >= minAccuracy && Callers.CanSee(groups, entity.VisibleBy))];
    }

    private static NodeList Of(Call call, string type) =>
        call.Graph.Between(Entity.ByType, NewestEntity.First(type), NewestEntity.Last(type));

    private static byte[] Text(List<Entity> entities)
    {
        var text = new StringBuilder();
        foreach (var entity in entities) text.Append(entity.Value.Text.ReplaceLineEndings(" ")).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteEntities(IBufferWriter<byte> to, List<Entity> entities)
    {
        foreach (var entity in entities)
        {
            JsonBody.Write(to, json => EntityJson.Full(json, entity));
            to.Write("\n"u8);
        }
    }

    private static byte[] Compress(byte[] text)
    {
        if (text.Length == 0) return s_emptyMember;
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(text);
        return packed.ToArray();
    }

    /// <summary>The format that the client prefers; gzip, which the page names first, if it has no preference.</summary>
    private static string PreferredFormat(string? accept)
    {
        var best = (Form: Gzip, Weight: 0.0);
        foreach (var part in (accept ?? "").Split(','))
        {
            var pieces = part.Split(';', StringSplitOptions.TrimEntries);
            var quality = pieces.Skip(1).FirstOrDefault(piece => piece.StartsWith("q=", StringComparison.OrdinalIgnoreCase))?[2..];
            var weight = double.TryParse(quality, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 1;
            var format = pieces[0].Equals("text/*", StringComparison.OrdinalIgnoreCase)
                ? Plain
                : Array.Find(s_formats, known => known.Equals(pieces[0], StringComparison.OrdinalIgnoreCase));
            if (format is not null && weight > best.Weight) best = (format, weight);
        }
        return best.Form;
    }
}
