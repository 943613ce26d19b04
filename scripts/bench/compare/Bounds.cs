using System.Globalization;

namespace Compare;

/// <summary>What a bound is held against; where it was measured more than once, the worst counts.</summary>
enum Figure
{
    UnsignedBesideBare,
    SignedBesideBare,
    WireMock,
    WireMockNet,
    OverlayUsed,
    OtherPeers,
    Create,
    NativeStart,
    NativeMemory,
    StartBesideEmpty,
    StartBesidePeers,
    LargeReady,
    LargeMemory,
    LargeGet,
    LargeLastPage,
    Hub,
    ControlCall,
    JournalCpu,
    JournalBytes,
}

/// <summary>One line of what was promised.</summary>
sealed record Bound(string What, Figure Figure, bool AtLeast, double Limit, string Unit)
{
    public bool Holds(double value) => AtLeast ? value >= Limit : value <= Limit;
}

/// <summary>The promises, and how each is kept.</summary>
static class Bounds
{
    private static readonly Bound[] s_rows =
    [
        new("native start to ready, demo, beside an empty app on .NET",           Figure.NativeStart,        AtLeast: false, 0.5,    "×"),
        new("native start to ready, peer beside emulator",                        Figure.StartBesidePeers,   AtLeast: true,  1,      "×"),
        new("native RSS when ready, demo",                                        Figure.NativeMemory,       AtLeast: false, 60,     "MB"),
        new("dotnet emulator.dll: start above 1.3 × an empty app",                Figure.StartBesideEmpty,   AtLeast: false, 300,    "ms"),
        new("GET by id, pages of 10, 100, auth off and token, beside Kestrel",    Figure.UnsignedBesideBare, AtLeast: true,  0.7,    "×"),
        new("the same, HMAC-signed, beside bare Kestrel",                         Figure.SignedBesideBare,   AtLeast: true,  0.6,    "×"),
        new("the same beside WireMock with 1,000 stubs",                          Figure.WireMock,           AtLeast: true,  10,     "×"),
        new("the same beside WireMock.Net with 1,000 mappings",                   Figure.WireMockNet,        AtLeast: true,  10,     "×"),
        new("the same beside Prism, Mockoon, json-server",                        Figure.OtherPeers,         AtLeast: true,  1,      "×"),
        new("POST that creates an indicator, 32 connections",                     Figure.Create,             AtLeast: true,  20_000, "/s"),
        new("large: start to ready",                                              Figure.LargeReady,         AtLeast: false, 10,     "s"),
        new("large: RSS a node, before any load",                                 Figure.LargeMemory,        AtLeast: false, 1.2,    "KB"),
        new("large: time of a GET by id beside small",                            Figure.LargeGet,           AtLeast: false, 1.5,    "×"),
        new("large: time of a page at the last offset beside small",              Figure.LargeLastPage,      AtLeast: false, 2,      "×"),
        new("large: CPU of relations and graph near a hub beside few neighbours", Figure.Hub,                AtLeast: false, 3,      "×"),
        new("large: reset, fork, snapshot, restore, HTTP included",               Figure.ControlCall,        AtLeast: false, 1,      "ms"),
        new("WireMock.Net used: more time of an unmatched request",               Figure.OverlayUsed,        AtLeast: false, 0.3,    "ms"),
        new("journal on beside off: more CPU a request",                          Figure.JournalCpu,         AtLeast: false, 10,     "%"),
        new("journal on beside off: more bytes allocated a request",              Figure.JournalBytes,       AtLeast: false, 10,     "%"),
    ];

    /// <summary>Writes the table; what was not measured has a line only where everything was to be.</summary>
    public static void Judge(Report report, bool all)
    {
        var rows = s_rows.Where(row => all || report.Of(row.Figure).Count > 0).ToArray();
        if (rows.Length == 0) return;
        report.Head("Bounds", "The worst of each.", "what", "bound", "measured", "where", "kept");
        foreach (var row in rows)
        {
            var limit = $"{(row.AtLeast ? "≥" : "≤")} {row.Limit.ToString("#,0.##", CultureInfo.InvariantCulture)} {row.Unit}";
            var seen = report.Of(row.Figure);
            if (seen.Count == 0)
            {
                report.Row(row.What, limit, "not available", "", "");
                continue;
            }
            var (where, value) = row.AtLeast ? seen.MinBy(one => one.Value) : seen.MaxBy(one => one.Value);
            var missed = seen.Count(one => !row.Holds(one.Value));
            report.Row(row.What, limit, $"{value.ToString("#,0.###", CultureInfo.InvariantCulture)} {row.Unit}", where, missed == 0 ? "met" : $"**missed** in {missed} of {seen.Count}");
        }
    }
}
