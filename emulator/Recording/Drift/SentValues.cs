using Emulation.Recordings.Format;

namespace Emulation.Recordings.Drifts;

/// <summary>The values that a request sent in its body; the API returns them as they were sent.</summary>
static class SentValues
{
    private const int Shortest = 4;

    public static IReadOnlySet<string> Of(RecordedRequest request)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        if (request.Body?.Text is not { } text) return sent;
        foreach (var value in ParsedBody.Of(text).Values.SelectMany(IdPairs.Values))
            if (value.Length >= Shortest) sent.Add(value);
        return sent;
    }
}
