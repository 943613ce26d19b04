using System.Text;

namespace Emulation.Seeding.Demo.Texts.Pdf;

/// <summary>One of the fonts that every PDF reader has, with its widths (Adobe's metrics of the 14 standard fonts).</summary>
/// <param name="Resource">Its name in a page's resources.</param>
/// <param name="BaseFont">Its PostScript name.</param>
/// <param name="Widths">Of the characters from space to tilde, in thousandths of the size; one for all when there is one.</param>
sealed record PdfFont(string Resource, string BaseFont, int[] Widths)
{
    private const int Accented = 556;

    public static PdfFont Regular { get; } = new("F1", "Helvetica",
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]);

    public static PdfFont Bold { get; } = new("F2", "Helvetica-Bold",
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
        611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ]);

    public static PdfFont Mono { get; } = new("F3", "Courier", [600]);

    public static PdfFont[] All { get; } = [Regular, Bold, Mono];

    /// <summary>How wide a text is at a size, in points.</summary>
    public double Width(ReadOnlySpan<char> text, double size)
    {
        var sum = 0;
        foreach (var character in text)
            sum += Widths.Length == 1 ? Widths[0] : character is >= ' ' and <= '~' ? Widths[character - ' '] : Accented;
        return sum * size / 1000;
    }

    /// <summary>A text in lines no wider than given; a word that is wider is cut.</summary>
    public List<string> Wrapped(string text, double size, double width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var whole in text.Split(' '))
        {
            var word = whole;
            if (line.Length > 0 && Width($"{line} {word}", size) > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }
            while (Width(word, size) > width)
            {
                var fits = Fitting(word, size, width);
                lines.Add(word[..fits]);
                word = word[fits..];
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > 0) lines.Add(line.ToString());
        return lines;
    }

    private int Fitting(string word, double size, double width)
    {
        var fits = 1;
        while (fits < word.Length && Width(word.AsSpan(0, fits + 1), size) <= width) fits++;
        // URLs are cut after a slash.
        var slash = word.LastIndexOf('/', fits - 1);
        return slash > 8 ? slash + 1 : fits;
    }
}
