using System.Globalization;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>Decides who gets the dashboard at the root: browsers. Other clients get the text of a DeSo node.</summary>
static class LandingPage
{
    /// <summary>The Accept header prefers HTML.</summary>
    public static bool IsWanted(Call call)
    {
        if (call.Header("Accept") is not { } accept) return false;
        var ranges = accept.Split(',').Select(MediaRange).ToArray();
        var html = ranges.Where(range => range.Type is "text/html" or "application/xhtml+xml");
        var weight = html.Select(range => range.Weight).DefaultIfEmpty(0).Max();
        return weight > 0 && ranges.All(range => range.Weight <= weight);
    }

    private static (string Type, double Weight) MediaRange(string part)
    {
        var pieces = part.Split(';', StringSplitOptions.TrimEntries);
        var weight = pieces.Skip(1).FirstOrDefault(piece => piece.StartsWith("q=", StringComparison.OrdinalIgnoreCase))?[2..] ?? "1";
        var isNumber = double.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        return (pieces[0].Trim().ToLowerInvariant(), isNumber ? value : 0);
    }
}
