using System.Globalization;
using System.Text;
using Emulation.Seeding.Demo.Texts.Signatures;

namespace Emulation.Seeding.Demo.Texts.Documents;

/// <summary>
/// Writes the smallest Office Open XML document that word processors open: paragraphs, some of them headings, and one table.
/// </summary>
static class WordFile
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private const string ContentTypes = Declaration + """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """;

    private const string Relationships = Declaration + """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """;

    public static byte[] Write(string title, string author, DateTimeOffset created, IEnumerable<string> paragraphs, List<IndicatorRow> rows)
    {
        var body = new StringBuilder(4000);
        body.Append(Paragraph(title, "<w:b/><w:sz w:val=\"32\"/>"));
        foreach (var paragraph in paragraphs)
            body.Append(paragraph.StartsWith("# ", StringComparison.Ordinal)
                ? Paragraph(paragraph[2..], "<w:b/><w:sz w:val=\"26\"/>")
                : Paragraph(paragraph, ""));
        if (rows.Count > 0) AppendTable(rows, body);
        var document = $"{Declaration}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}"
            + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
            + "<w:pgMar w:top=\"1200\" w:right=\"1200\" w:bottom=\"1200\" w:left=\"1200\"/></w:sectPr></w:body></w:document>";
        return ZipFile.Write(
        [
            ("[Content_Types].xml", Bytes(ContentTypes)),
            ("_rels/.rels", Bytes(Relationships)),
            ("docProps/core.xml", Bytes(Properties(title, author, created))),
            ("word/document.xml", Bytes(document)),
        ], created);
    }

    private static string Paragraph(string text, string properties) =>
        $"<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:r><w:rPr>{properties}</w:rPr>"
        + $"<w:t xml:space=\"preserve\">{XmlRules.Escaped(text)}</w:t></w:r></w:p>";

    private static void AppendTable(List<IndicatorRow> rows, StringBuilder body)
    {
        body.Append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/>");
        body.Append("<w:tblBorders><w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"BBBBBB\"/></w:tblBorders></w:tblPr>");
        body.Append("<w:tblGrid><w:gridCol w:w=\"1500\"/><w:gridCol w:w=\"6000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>");
        AppendRow("Type", "Value", "Use", "<w:b/>", body);
        foreach (var row in rows) AppendRow(row.Type, row.Value, row.Use, "", body);
        body.Append("</w:tbl>").Append(Paragraph("", ""));
    }

    private static void AppendRow(string type, string value, string use, string properties, StringBuilder body)
    {
        body.Append("<w:tr>");
        foreach (var cell in (ReadOnlySpan<string>)[type, value, use])
            body.Append("<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr>").Append(Paragraph(cell, properties)).Append("</w:tc>");
        body.Append("</w:tr>");
    }

    private static string Properties(string title, string author, DateTimeOffset created)
    {
        var moment = created.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"{Declaration}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
            + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + $"<dc:title>{XmlRules.Escaped(title)}</dc:title><dc:creator>{XmlRules.Escaped(author)}</dc:creator>"
            + $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:created></cp:coreProperties>";
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
