using System.Text;
using System.Text.Json;
using Emulation.Recordings.Format;

namespace Emulation.Recordings.Drifts;

/// <summary>The emulator's answer.</summary>
sealed record PlayedResponse(int Status, IReadOnlyList<RecordedHeader> Headers, byte[] Body);

/// <summary>Finds the differences between a recorded answer and the emulator's.</summary>
sealed class MessageDifferences(ComparisonRules rules, IdMap ids)
{
    public IReadOnlyList<Difference> Of(RecordedRequest request, RecordedResponse recorded, PlayedResponse found)
    {
        var differences = new List<Difference>();
        if (recorded.Status != found.Status)
        {
            // Another status has other headers and another body; what they say is shown.
            var text = $"{found.Status} {Encoding.UTF8.GetString(found.Body)}".Trim();
            differences.Add(new(DifferenceKind.Status, "status", $"{recorded.Status}", text));
            return differences;
        }
        differences.AddRange(new HeaderDifferences(rules, ids).Of(recorded.Headers, found.Headers));
        if (request.Method != "HEAD") differences.AddRange(OfBodies(request, recorded, found));
        return differences;
    }

    private IEnumerable<Difference> OfBodies(RecordedRequest request, RecordedResponse recorded, PlayedResponse found)
    {
        var body = recorded.Body;
        var length = body?.Length ?? 0;
        if (length > 0 && found.Body.Length == 0) return [new(DifferenceKind.BodyMissing, "body", $"{length} bytes", null)];
        if (length == 0 && found.Body.Length > 0) return [new(DifferenceKind.BodyExtra, "body", null, $"{found.Body.Length} bytes")];
        if (length == 0 || body?.Text is not { } text) return [];
        var (other, charset) = RecordedBody.Decode(found.Body);
        if (charset != body.Charset) return [new(DifferenceKind.CharacterEncoding, "body", body.Charset ?? "utf-8", charset ?? "utf-8")];
        return OfTexts(request, text, other);
    }

    private IEnumerable<Difference> OfTexts(RecordedRequest request, string recorded, string found)
    {
        var (mark, foundMark) = (recorded.StartsWith('\uFEFF'), found.StartsWith('\uFEFF'));
        if (mark != foundMark) yield return new(DifferenceKind.ByteOrderMark, "body", Presence(mark), Presence(foundMark));
        if (recorded.EndsWith('\n') != found.EndsWith('\n'))
            yield return new(DifferenceKind.FinalNewline, "body", Presence(recorded.EndsWith('\n')), Presence(found.EndsWith('\n')));
        var (one, other) = (ParsedBody.Of(recorded), ParsedBody.Of(found));
        foreach (var difference in OfParsed(request, one, other, recorded, found)) yield return difference;
    }

    private IEnumerable<Difference> OfParsed(RecordedRequest request, ParsedBody one, ParsedBody other, string recorded, string found)
    {
        if (one.State != other.State)
        {
            var kind = other.State == BodyState.Truncated || one.State == BodyState.Truncated ? DifferenceKind.BodyTruncated
                : one.State == BodyState.Text || other.State == BodyState.Text ? DifferenceKind.BodyFormat
                : DifferenceKind.BodyMalformed;
            return [new(kind, "body", $"{NameOf(one.State)}: {recorded}", $"{NameOf(other.State)}: {found}")];
        }
        if (one.State == BodyState.Json) return OfValues(request, one, other);
        return OfPlainTexts(recorded, found);
    }

    private IEnumerable<Difference> OfValues(RecordedRequest request, ParsedBody one, ParsedBody other)
    {
        if (one.Values.Count != other.Values.Count)
            yield return new(DifferenceKind.LineCount, "body", $"{one.Values.Count} values", $"{other.Values.Count} values");
        var sent = SentValues.Of(request);
        foreach (var (value, found) in one.Values.Zip(other.Values))
            foreach (var difference in new JsonDifferences(rules, ids, sent).Of(value, found)) yield return difference;
    }

    private IEnumerable<Difference> OfPlainTexts(string recorded, string found)
    {
        var translated = ids.TranslateAll(recorded);
        if (translated == found) yield break;
        var (lines, others) = (translated.Split('\n'), found.Split('\n'));
        if (lines.Length != others.Length)
            yield return new(DifferenceKind.LineCount, "body", $"{lines.Length} lines", $"{others.Length} lines");
        else if (TextDifferences.WithoutIds(translated) != TextDifferences.WithoutIds(found))
            yield return new(TextDifferences.Nearly(translated, found) ?? DifferenceKind.ErrorText, "body", recorded, found);
    }

    private static string NameOf(BodyState state) => state.ToString().ToLowerInvariant();

    private static string Presence(bool isThere) => isThere ? "there" : "not there";
}
