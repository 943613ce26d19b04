using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>The texts that a path parameter can mean.</summary>
static class PathText
{
    /// <summary>
    /// The value with <c>%XX</c> decoded and <c>+</c> kept; then the value in form encoding, which tcex uses, where a raw <c>+</c> is a
    /// space and <c>%2B</c> a plus. Each is decoded once, from the segment as sent.
    /// </summary>
    public static IEnumerable<string> Spellings(Call call, string parameter)
    {
        yield return call[parameter];
        if (RawSegment(call, parameter) is not { } raw || !raw.Contains('+', StringComparison.Ordinal)) yield break;
        yield return Target.Decode(raw.Replace('+', ' '))!;
    }

    private static string? RawSegment(Call call, string parameter)
    {
        if (!call.Target.Path.Contains('+', StringComparison.Ordinal)) return null;
        var at = Array.IndexOf(call.Route.Path.Split('/'), $"{{{parameter}}}");
        var segments = call.Target.Path.Split('/');
        if (string.Equals(call.Target.Segments[0], "api", StringComparison.OrdinalIgnoreCase)) at++;
        return segments[at];
    }
}
