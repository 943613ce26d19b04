using System.Globalization;

namespace Emulation.Recordings.Drifts;

/// <summary>A report as a table that a person reads.</summary>
static class ReportTable
{
    private const int ShownExchanges = 5;

    public static void Write(DriftReport report, TextWriter output)
    {
        output.WriteLine(Invariant($"{report.Source}: recorded {report.Recorded:yyyy-MM-dd} from {report.Upstream}"));
        output.WriteLine($"compared with {report.Emulator}");
        output.WriteLine();
        var width = Math.Max(20, report.Routes.Select(route => route.Name.Length).DefaultIfEmpty().Max());
        output.WriteLine($"{"ROUTE".PadRight(width)}  PROVENANCE  COMPARED  SAME  DRIFT");
        foreach (var route in report.Routes) WriteRoute(route, width, output);
        output.WriteLine();
        output.WriteLine(Summary(report));
    }

    public static string Summary(DriftReport report)
    {
        var drift = report.Drift.ToArray();
        var answers = Counted.Of(report.ComparedCount, "answer");
        var parts = new List<string> { $"{report.SameCount} of {answers} {(report.ComparedCount == 1 ? "is" : "are")} the same" };
        var kinds = drift.Select(one => one.First.Kind).Distinct().Count();
        if (drift.Length > 0) parts.Add($"{Counted.Of(drift.Length, "difference")} of {Counted.Of(kinds, "kind")}");
        if (report.AcceptedCount > 0) parts.Add($"{report.AcceptedCount} accepted");
        if (report.NotComparedCount > 0) parts.Add($"{Counted.Of(report.NotComparedCount, "exchange")} not compared");
        return string.Join("; ", parts);
    }

    private static void WriteRoute(RouteResult route, int width, TextWriter output)
    {
        var drift = route.Differences.Count(difference => difference.Reason is null);
        output.WriteLine(Invariant($"{route.Name.PadRight(width)}  {route.Provenance,-10}  {route.Compared,8}  {route.Same,4}  {drift,5}"));
        foreach (var difference in route.Differences)
        {
            var accepted = difference.Reason is null ? "" : $" (accepted: {difference.Reason})";
            output.WriteLine($"    {difference.First.KindName} at {difference.First.Path}{accepted}");
            var (recorded, found) = (difference.First.Recorded, difference.First.Found);
            output.WriteLine($"        recorded {Difference.Shown(recorded)}; found {Difference.Shown(found)}");
            output.WriteLine($"        in exchange {ExchangesOf(difference)}");
        }
        foreach (var (reason, count) in route.NotCompared) output.WriteLine($"    {count} not compared: {reason}");
    }

    private static string ExchangesOf(GroupedDifference difference)
    {
        var shown = string.Join(", ", difference.Exchanges.Take(ShownExchanges));
        return difference.Exchanges.Count > ShownExchanges ? $"{shown} and {difference.Exchanges.Count - ShownExchanges} more" : shown;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
