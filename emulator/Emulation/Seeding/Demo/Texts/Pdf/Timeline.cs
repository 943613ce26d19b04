using System.Globalization;

namespace Emulation.Seeding.Demo.Texts.Pdf;

/// <summary>
/// A picture of an intrusion: its steps along a line, in proportion to the time between them, with names above and below.
/// </summary>
sealed class Timeline
{
    private const double Size = 7.5;
    private const double Row = 23;
    private const double Near = 18;
    private const double Gap = 8;

    private readonly double _left;
    private readonly double _width;
    private readonly Flag[] _flags;
    private readonly int _rowsBelow;

    public Timeline(Step[] steps, double left, double width)
    {
        (_left, _width) = (left, width);
        _flags = new Flag[steps.Length];
        var ends = new List<double>[] { [], [] };
        for (var i = 0; i < steps.Length; i++)
        {
            var x = Position(steps[0].At, steps[^1].At, steps[i].At);
            var length = Math.Max(PdfFont.Regular.Width(steps[i].Technique.ShortName, Size), 36);
            var from = Math.Min(x + 3, left + width - length);
            _flags[i] = new Flag(steps[i], x, from, length, Above: i % 2 == 0, RowFor(ends[i % 2], from, length));
        }
        _rowsBelow = ends[1].Count;
        Height = ((ends[0].Count + _rowsBelow) * Row) + (2 * Near) + 6;
    }

    public double Height { get; }

    public void Draw(PdfPage page, double bottom)
    {
        var axis = bottom + (_rowsBelow * Row) + Near;
        // Stems first: names of nearer rows cover them.
        foreach (var flag in _flags) page.Line(flag.X, axis, flag.X, Baseline(flag, axis) + (flag.Above ? 14 : -8), 0.5, PdfColor.Rule);
        page.Line(_left, axis, _left + _width, axis, 1.4, PdfColor.Blue);
        foreach (var flag in _flags)
        {
            var y = Baseline(flag, axis);
            page.Box(flag.From - 1, y - 9, flag.Length + 2, 17, PdfColor.White);
            page.Text(PdfFont.Regular, Size, flag.From, y, flag.Step.Technique.ShortName, PdfColor.Black);
            page.Text(PdfFont.Mono, 6.5, flag.From, y - 7.5, flag.Step.Technique.Id, PdfColor.Grey);
            page.Dot(flag.X, axis, 3, flag == _flags[^1] ? PdfColor.Red : PdfColor.Blue);
        }
        var (first, last) = (DayOf(_flags[0].Step), DayOf(_flags[^1].Step));
        page.Text(PdfFont.Bold, Size, _left, axis - 12, first, PdfColor.Blue);
        page.Text(PdfFont.Bold, Size, _left + _width - PdfFont.Bold.Width(last, Size), axis - 12, last, PdfColor.Blue);
    }

    private static double Baseline(Flag flag, double axis) =>
        flag.Above ? axis + Near + (flag.Row * Row) : axis - Near - 8 - (flag.Row * Row);

    /// <summary>The row nearest to the line in which there is room; a new one when there is none.</summary>
    private static int RowFor(List<double> ends, double from, double length)
    {
        var row = ends.FindIndex(end => end <= from);
        if (row < 0)
        {
            row = ends.Count;
            ends.Add(0);
        }
        ends[row] = from + length + Gap;
        return row;
    }

    private double Position(long first, long last, long moment) =>
        last == first ? _left : _left + (_width * (moment - first) / (last - first));

    private static string DayOf(Step step) => StoryFacts.Moment(step.At).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <param name="From">The left edge of the name.</param>
    private sealed record Flag(Step Step, double X, double From, double Length, bool Above, int Row);
}
