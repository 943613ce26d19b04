using System.Text;

namespace Emulation.Control.GraphView;

/// <summary>Text in XML: markup is escaped, and what XML 1.0 does not allow is replaced.</summary>
static class XmlText
{
    public static StringBuilder Escaped(this StringBuilder xml, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '"' => xml.Append("&quot;"),
                '\'' => xml.Append("&#39;"),
                _ => xml.Append(IsAllowed(rune.Value) ? rune.ToString() : "\uFFFD"),
            };
        }
        return xml;
    }

    public static StringBuilder Attribute(this StringBuilder xml, string name, string value) =>
        xml.Append(' ').Append(name).Append("=\"").Escaped(value).Append('"');

    private static bool IsAllowed(int character) => character is '\t' or '\n' or >= ' ' and not (0xFFFE or 0xFFFF);
}
