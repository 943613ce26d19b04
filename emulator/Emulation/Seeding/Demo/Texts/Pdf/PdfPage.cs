using System.Globalization;
using System.Text;

namespace Emulation.Seeding.Demo.Texts.Pdf;

/// <summary>The operators of one page: A4, in points from the lower left corner.</summary>
sealed class PdfPage
{
    public const double Width = 595;
    public const double Height = 842;

    private readonly StringBuilder _content = new();

    public string Content => _content.ToString();

    public void Text(PdfFont font, double size, double x, double y, string text, PdfColor color)
    {
        _content.Append("BT /").Append(font.Resource).Append(' ').Append(Number(size)).Append(" Tf ").Append(color.Fill).Append(' ');
        _content.Append(Number(x)).Append(' ').Append(Number(y)).Append(" Td (").Append(Escaped(text)).Append(") Tj ET\n");
    }

    public void Line(double x1, double y1, double x2, double y2, double width, PdfColor color) =>
        Add($"{Number(width)} w {color.Stroke} {Number(x1)} {Number(y1)} m {Number(x2)} {Number(y2)} l S\n");

    public void Box(double x, double y, double width, double height, PdfColor color) =>
        Add($"{color.Fill} {Number(x)} {Number(y)} {Number(width)} {Number(height)} re f\n");

    /// <summary>A filled circle, from four curves.</summary>
    public void Dot(double x, double y, double radius, PdfColor color)
    {
        var bend = radius * 0.5523;
        Add($"{color.Fill} {Number(x + radius)} {Number(y)} m ");
        Curve(x + radius, y + bend, x + bend, y + radius, x, y + radius);
        Curve(x - bend, y + radius, x - radius, y + bend, x - radius, y);
        Curve(x - radius, y - bend, x - bend, y - radius, x, y - radius);
        Curve(x + bend, y - radius, x + radius, y - bend, x + radius, y);
        Add("f\n");
    }

    /// <summary>
    /// Text as WinAnsi characters, one a byte: what that encoding has beyond Latin-1 and texts use is mapped, the rest is a question mark.
    /// </summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (character is '(' or ')' or '\\') escaped.Append('\\').Append(character);
            else if (character is >= ' ' and <= '~' or >= '\u00A0' and <= '\u00FF') escaped.Append(character);
            else escaped.Append(WinAnsi(character));
        }
        return escaped.ToString();
    }

    /// <summary>Whether the fonts have every character of a text.</summary>
    public static bool CanShow(string text)
    {
        foreach (var character in text)
            if (!(character is >= ' ' and <= '~' or >= '\u00A0' and <= '\u00FF') && WinAnsi(character) == '?') return false;
        return true;
    }

    private static char WinAnsi(char character) => character switch
    {
        '€' => '\u0080',
        '…' => '\u0085',
        'Š' => '\u008A',
        'Ž' => '\u008E',
        '‘' => '\u0091',
        '’' => '\u0092',
        '“' => '\u0093',
        '”' => '\u0094',
        '•' => '\u0095',
        '–' => '\u0096',
        '—' => '\u0097',
        'š' => '\u009A',
        'ž' => '\u009E',
        // Not in WinAnsi: the letter without its stroke.
        'Ł' => 'L',
        'ł' => 'l',
        _ => '?',
    };

    private void Curve(double x1, double y1, double x2, double y2, double x3, double y3) =>
        Add($"{Number(x1)} {Number(y1)} {Number(x2)} {Number(y2)} {Number(x3)} {Number(y3)} c ");

    private void Add(string operators) => _content.Append(operators);

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A colour as the operands and operator that set it.</summary>
sealed record PdfColor(string Fill, string Stroke)
{
    public static PdfColor Black { get; } = Of("0.13 0.13 0.15");

    public static PdfColor Grey { get; } = Of("0.45 0.47 0.5");

    public static PdfColor Pale { get; } = Of("0.93 0.94 0.96");

    public static PdfColor Rule { get; } = Of("0.8 0.82 0.85");

    public static PdfColor Blue { get; } = Of("0.1 0.28 0.5");

    public static PdfColor Red { get; } = Of("0.72 0.16 0.14");

    public static PdfColor Amber { get; } = Of("0.85 0.55 0.05");

    public static PdfColor White { get; } = Of("1 1 1");

    private static PdfColor Of(string rgb) => new($"{rgb} rg", $"{rgb} RG");
}
