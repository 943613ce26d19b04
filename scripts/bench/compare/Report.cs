using System.Globalization;
using System.Text;

namespace Compare;

/// <summary>The tables as they are written, and the figures that bounds are held against.</summary>
sealed class Report
{
    private readonly StringBuilder _text = new();
    private readonly List<(Figure Figure, string Where, double Value)> _figures = [];

    public string Text => _text.ToString();

    public static string Opening(Order order) => $"""
        # Measured side by side

        {order.Machine}

        Every contender ran on the same machine, on loopback, in a process of its own; figures are medians of at least three interleaved
        rounds after a warm-up. The load is `wrk -t1`: one thread, which takes a core for itself, so that on few cores requests/s of the
        fastest rows are wrk's limit as much as the server's. CPU a request is the server's own, user and system. Before a load its answer
        was compared with the emulator's, byte for byte. Ratios say more than figures.

        """;

    public void Head(string title, string? note, params string[] columns)
    {
        Console.WriteLine(title);
        _text.Append("\n## ").AppendLine(title).AppendLine();
        if (note is not null) _text.AppendLine(note).AppendLine();
        _text.Append("| ").AppendJoin(" | ", columns).AppendLine(" |");
        _text.Append('|').AppendJoin('|', columns.Select((_, i) => i == 0 ? "---" : "---:")).AppendLine("|");
    }

    public void Row(params string[] cells)
    {
        Console.WriteLine("  " + string.Join(" | ", cells));
        _text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
    }

    /// <summary>Notes a figure that a bound is held against, and gives it back.</summary>
    public double Measured(Figure figure, string where, double value)
    {
        _figures.Add((figure, where, value));
        return value;
    }

    public IReadOnlyList<(string Where, double Value)> Of(Figure figure) =>
        [.. _figures.Where(one => one.Figure == figure).Select(one => (one.Where, one.Value))];

    public static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Short(double value) => value.ToString(value < 100 ? "N1" : "N0", CultureInfo.InvariantCulture);

    public static string Fine(double value) => value.ToString("N2", CultureInfo.InvariantCulture);

    public static string Millis(double value) => value.ToString("N3", CultureInfo.InvariantCulture);
}
