using System.Globalization;
using System.Text;

namespace Emulation.Seeding.Demo.Texts.Pdf;

/// <summary>
/// Writes a PDF 1.4 file: catalogue, pages with their contents, the standard fonts, information, cross-reference table. Nothing is
/// compressed, so the same pages give the same bytes on every platform.
/// </summary>
static class PdfDocument
{
    private const int Catalogue = 1;
    private const int Pages = 2;
    private const int FirstFont = 3;

    public static byte[] Write(IReadOnlyList<PdfPage> pages, string title, string author, DateTimeOffset created)
    {
        var text = new StringBuilder("%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n");
        var offsets = new List<int>();
        var firstPage = FirstFont + PdfFont.All.Length;
        var information = firstPage + (2 * pages.Count);
        var kids = string.Join(' ', Enumerable.Range(0, pages.Count).Select(page => $"{Number(firstPage + (2 * page))} 0 R"));

        Append($"<< /Type /Catalog /Pages {Pages} 0 R >>");
        Append($"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>");
        foreach (var font in PdfFont.All)
            Append($"<< /Type /Font /Subtype /Type1 /BaseFont /{font.BaseFont} /Encoding /WinAnsiEncoding >>");
        var fonts = string.Join(' ', PdfFont.All.Select((font, at) => $"/{font.Resource} {Number(FirstFont + at)} 0 R"));
        for (var page = 0; page < pages.Count; page++)
        {
            var content = pages[page].Content;
            Append($"<< /Type /Page /Parent {Pages} 0 R /MediaBox [0 0 {Number(PdfPage.Width)} {Number(PdfPage.Height)}] "
                + $"/Resources << /Font << {fonts} >> >> /Contents {Number(firstPage + (2 * page) + 1)} 0 R >>");
            Append($"<< /Length {Number(content.Length)} >>\nstream\n{content}\nendstream");
        }
        Append($"<< /Title ({PdfPage.Escaped(title)}) /Author ({PdfPage.Escaped(author)}) /CreationDate (D:{Stamp(created)}) >>");

        var start = text.Length;
        text.Append("xref\n0 ").Append(Number(offsets.Count + 1)).Append("\n0000000000 65535 f \n");
        foreach (var offset in offsets) text.Append(offset.ToString("D10", CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        text.Append("trailer\n<< /Size ").Append(Number(offsets.Count + 1))
            .Append($" /Root {Catalogue} 0 R /Info ").Append(Number(information));
        text.Append(" 0 R >>\nstartxref\n").Append(Number(start)).Append("\n%%EOF\n");
        // One character is one byte: pages hold characters of WinAnsi by their codes.
        return Encoding.Latin1.GetBytes(text.ToString());

        void Append(string body)
        {
            offsets.Add(text.Length);
            text.Append(Number(offsets.Count)).Append(" 0 obj\n").Append(body).Append("\nendobj\n");
        }
    }

    private static string Number(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Stamp(DateTimeOffset moment) => moment.ToString("yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
}
