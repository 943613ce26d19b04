namespace Emulation.Seeding.Demo.Texts.Pdf;

/// <summary>Sets headings, paragraphs and tables one below the other, and begins a new page when one is full.</summary>
sealed class PdfLayout(string runningTitle)
{
    public const double Left = 62;
    public const double Measure = PdfPage.Width - (2 * Left);
    private const double Top = PdfPage.Height - 64;
    private const double Bottom = 66;
    private const double Size = 10;
    private const double Leading = 14;

    private readonly List<PdfPage> _pages = [];
    private double _y = Bottom;

    public PdfPage Page => _pages[^1];

    /// <summary>The pages, with running title and number at the foot of each.</summary>
    public IReadOnlyList<PdfPage> Finish()
    {
        for (var i = 0; i < _pages.Count; i++)
        {
            var number = $"{i + 1} / {_pages.Count}";
            _pages[i].Line(Left, 48, Left + Measure, 48, 0.5, PdfColor.Rule);
            _pages[i].Text(PdfFont.Regular, 8, Left, 36, runningTitle, PdfColor.Grey);
            _pages[i].Text(PdfFont.Regular, 8, Left + Measure - PdfFont.Regular.Width(number, 8), 36, number, PdfColor.Grey);
        }
        return _pages;
    }

    public void Title(string marking, string title, string byline)
    {
        NewPage();
        var width = PdfFont.Bold.Width(marking, 8) + 14;
        Page.Box(Left, _y - 4, width, 15, PdfColor.Amber);
        Page.Text(PdfFont.Bold, 8, Left + 7, _y, marking, PdfColor.White);
        _y -= 36;
        foreach (var line in PdfFont.Bold.Wrapped(title, 21, Measure))
        {
            Page.Text(PdfFont.Bold, 21, Left, _y, line, PdfColor.Blue);
            _y -= 26;
        }
        Page.Text(PdfFont.Regular, 9.5, Left, _y + 4, byline, PdfColor.Grey);
        _y -= 8;
        Page.Line(Left, _y, Left + Measure, _y, 1, PdfColor.Blue);
        _y -= 10;
    }

    public void Heading(string text)
    {
        // A heading is not the last thing on a page.
        Need(58);
        _y -= 18;
        Page.Text(PdfFont.Bold, 12.5, Left, _y, text, PdfColor.Blue);
        _y -= 19;
    }

    public void Paragraph(string text)
    {
        foreach (var line in PdfFont.Regular.Wrapped(text, Size, Measure)) Line(PdfFont.Regular, Size, Left, line);
        _y -= 4;
    }

    /// <summary>A paragraph with a bold beginning on a line of its own.</summary>
    public void Entry(string lead, string text)
    {
        // An entry of a few lines is kept together.
        Need((Math.Min(6, PdfFont.Regular.Wrapped(text, Size, Measure).Count + 1) * Leading) + 4);
        Line(PdfFont.Bold, Size, Left, lead);
        Paragraph(text);
    }

    public void Item(string text)
    {
        var lines = PdfFont.Regular.Wrapped(text, Size, Measure - 14);
        for (var i = 0; i < lines.Count; i++)
        {
            Need(Leading);
            if (i == 0) Page.Dot(Left + 4, _y + 3, 1.6, PdfColor.Blue);
            Line(PdfFont.Regular, Size, Left + 14, lines[i]);
        }
        _y -= 2;
    }

    /// <summary>Text in a fixed-width font on a pale ground.</summary>
    public void Code(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n').SelectMany(line => PdfFont.Mono.Wrapped(line, 8, Measure - 16)).ToList();
        foreach (var line in lines)
        {
            Need(11);
            Page.Box(Left, _y - 3.5, Measure, 11, PdfColor.Pale);
            Page.Text(PdfFont.Mono, 8, Left + 8, _y, line, PdfColor.Black);
            _y -= 11;
        }
        _y -= 6;
    }

    public void Table(string[] heads, double[] widths, IEnumerable<string[]> rows)
    {
        Need(60);
        Head(heads, widths);
        foreach (var row in rows)
        {
            var cells = new List<string>[row.Length];
            for (var i = 0; i < row.Length; i++) cells[i] = FontOf(i).Wrapped(row[i], SizeOf(i), widths[i] - 10);
            var height = (cells.Max(cell => cell.Count) * 11) + 6;
            if (_y - height < Bottom)
            {
                NewPage();
                Head(heads, widths);
            }
            var x = Left;
            for (var i = 0; i < cells.Length; i++)
            {
                for (var k = 0; k < cells[i].Count; k++) Page.Text(FontOf(i), SizeOf(i), x + 5, _y - (k * 11), cells[i][k], PdfColor.Black);
                x += widths[i];
            }
            _y -= height;
            Page.Line(Left, _y + 9, Left + Measure, _y + 9, 0.5, PdfColor.Rule);
        }
        _y -= 4;
    }

    /// <summary>Makes room for a drawing and gives the position of its lower edge.</summary>
    public double Room(double height)
    {
        Need(height);
        _y -= height;
        return _y + 6;
    }

    private static PdfFont FontOf(int column) => column == 1 ? PdfFont.Mono : PdfFont.Regular;

    // A SHA-256 hash fits a line.
    private static double SizeOf(int column) => column == 1 ? 7.2 : 8.5;

    private void Head(string[] heads, double[] widths)
    {
        Page.Box(Left, _y - 5, Measure, 17, PdfColor.Blue);
        var x = Left;
        for (var i = 0; i < heads.Length; i++)
        {
            Page.Text(PdfFont.Bold, 8.5, x + 5, _y, heads[i], PdfColor.White);
            x += widths[i];
        }
        _y -= 18;
    }

    private void Line(PdfFont font, double size, double x, string text)
    {
        Need(Leading);
        Page.Text(font, size, x, _y, text, PdfColor.Black);
        _y -= Leading;
    }

    private void Need(double height)
    {
        if (_y - height < Bottom) NewPage();
    }

    private void NewPage()
    {
        _pages.Add(new PdfPage());
        _y = Top;
    }
}
