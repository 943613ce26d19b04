using System.Text;
using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>The legend below a picture: the kinds and the links between APIs that occur in it.</summary>
static class PictureLegend
{
    private const int Left = 20;
    private const int RowHeight = 24;
    private const int Symbol = 30;
    private const int Gap = 18;

    /// <summary>One entry with its place.</summary>
    public sealed class Entry(string text, string symbol, string group)
    {
        public string Text => text;

        /// <summary>What is drawn before the text; empty for a heading.</summary>
        public string SymbolSvg => symbol;

        public string Class => group;

        /// <summary>Bold text is wider.</summary>
        public int Width => (symbol.Length > 0 ? Symbol : 0) + (LabelText.Width(text) * 12 / 10) + Gap;

        public int X { get; set; }

        public int Row { get; set; }
    }

    public static IReadOnlyList<Entry> EntriesOf(Drawing drawing)
    {
        var entries = new List<Entry>();
        foreach (var api in drawing.Kinds.GroupBy(kind => kind.Api, StringComparer.Ordinal))
        {
            var title = drawing.Views.All.First(of => of.Api.Name == api.Key).Api.Title;
            entries.Add(new Entry(title, "", $"group {api.Key}"));
            foreach (var (_, kind, count) in api)
                entries.Add(new Entry($"{kind.Title} ({count})", SymbolOf(kind), $"entry {api.Key}"));
        }
        var relations = drawing.Neighbourhood.Links.Select(link => link.Relation).ToHashSet(StringComparer.Ordinal);
        if (relations.Contains(NeighbourLists.SameValue)) entries.Add(Line("same value", "same-value"));
        if (relations.Contains(NeighbourLists.Mentioned)) entries.Add(Line("mentioned in a text", "mentions"));
        return entries;
    }

    /// <summary>Places the entries in rows; an API begins a row of its own. Returns the number of rows.</summary>
    public static int Place(IReadOnlyList<Entry> entries, int width)
    {
        var (x, row) = (Left, -1);
        foreach (var entry in entries)
        {
            var isHeading = entry.SymbolSvg.Length == 0;
            if (row < 0 || isHeading || x + entry.Width > width - Left)
            {
                row++;
                x = isHeading ? Left : Left + 16;
            }
            (entry.X, entry.Row) = (x, row);
            x += isHeading ? Math.Max(entry.Width, 150) : entry.Width;
        }
        return row + 1;
    }

    public static void Append(StringBuilder svg, IReadOnlyList<Entry> entries, int left, int top)
    {
        foreach (var entry in entries)
        {
            var (x, y) = (left + entry.X, top + (entry.Row * RowHeight) + 12);
            svg.Append($"""<g class="{entry.Class}" transform="translate({x},{y})">""");
            var isHeading = entry.SymbolSvg.Length == 0;
            if (!isHeading) svg.Append($"""<g transform="translate(11,0) scale(.8)">{entry.SymbolSvg}</g>""");
            svg.Append($"""<text x="{(isHeading ? 0 : Symbol - 4)}" y="4">""").Escaped(entry.Text).Append("</text></g>\n");
        }
    }

    private static string SymbolOf(ViewKind kind) => $"""<path class="shape" d="{Shapes.PathOf(kind.Shape)}"/>""";

    private static Entry Line(string text, string style) => new(text, $"""<path class="link {style}" d="M-13 0H13"/>""", "entry");
}
