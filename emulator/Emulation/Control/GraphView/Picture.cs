using System.Text;

namespace Emulation.Control.GraphView;

/// <summary>Draws a neighbourhood as SVG that needs nothing else: no script, no font, no style sheet.</summary>
static class Picture
{
    private const int HeaderHeight = 52;
    private const int LegendRow = 24;

    public static string Of(Drawing drawing, bool hasLegend)
    {
        var legend = hasLegend ? PictureLegend.EntriesOf(drawing) : [];
        var header = hasLegend ? HeaderHeight : 0;
        var width = Math.Max(drawing.Bounds.Width, hasLegend ? 560 : 0);
        var left = drawing.Bounds.X - ((width - drawing.Bounds.Width) / 2);
        var rows = PictureLegend.Place(legend, width);
        var height = header + drawing.Bounds.Height + (rows * LegendRow) + (rows > 0 ? 16 : 0);
        var top = drawing.Bounds.Y - header;

        var svg = new StringBuilder();
        svg.Append("""<svg xmlns="http://www.w3.org/2000/svg" """)
            .Append($"""viewBox="{left} {top} {width} {height}" width="{width}" height="{height}" """)
            .Append("""role="img" font-family="system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif" """)
            .Append($"""font-size="{LabelText.FontSize}">""").Append('\n');
        svg.Append("<title>").Escaped(TitleOf(drawing)).Append("</title>\n");
        PictureStyle.Append(svg, drawing);
        svg.Append($"""<rect class="background" x="{left}" y="{top}" width="{width}" height="{height}"/>""").Append('\n');
        foreach (var link in drawing.Neighbourhood.Links) AppendLink(svg, drawing, link);
        foreach (var one in drawing.Placed) AppendNode(svg, drawing, one);
        if (hasLegend) AppendHeader(svg, drawing, left + 20, top + 26);
        PictureLegend.Append(svg, legend, left, drawing.Bounds.Bottom);
        return svg.Append("</svg>\n").ToString();
    }

    private static string TitleOf(Drawing drawing)
    {
        var centre = drawing.PlaceOf(drawing.Neighbourhood.Centre);
        return LabelText.Title(centre.Facts.Name);
    }

    private static void AppendHeader(StringBuilder svg, Drawing drawing, int x, int y)
    {
        var (centre, neighbourhood) = (drawing.PlaceOf(drawing.Neighbourhood.Centre), drawing.Neighbourhood);
        var title = TitleOf(drawing);
        if (title.Length > 60) title = string.Concat(title.AsSpan(0, char.IsLowSurrogate(title[59]) ? 58 : 59), "…");
        svg.Append($"""<text class="heading" x="{x}" y="{y}">""").Escaped(title).Append("</text>\n");
        svg.Append($"""<text class="note" x="{x}" y="{y + 17}">""")
            .Escaped($"{centre.Facts.Type} · {centre.Member.Viewed.Api.Title} · {Shown(neighbourhood)}").Append("</text>\n");
    }

    private static string Shown(Neighbourhood neighbourhood)
    {
        var centre = neighbourhood.Centre;
        return centre.Omitted == 0
            ? $"{centre.Neighbours} linked"
            : $"{centre.Neighbours - centre.Omitted} of {centre.Neighbours} linked are shown";
    }

    private static void AppendNode(StringBuilder svg, Drawing drawing, PlacedMember one)
    {
        var viewed = one.Member.Viewed;
        var centre = one.Member.Level == 0 ? " center" : "";
        svg.Append("<g").Attribute("class", $"node {viewed.Api.Name} {viewed.Class}{centre}")
            .Attribute("data-key", drawing.KeyOf(one.Member))
            .Attribute("transform", $"translate({(int)one.X},{(int)one.Y})").Append("><title>")
            .Escaped($"{one.Facts.Type}: {LabelText.Title(one.Facts.Name)}").Append("</title>");
        if (one.Member.Level == 0) svg.Append($"""<circle class="ring" r="{PlacedMember.CentreRadius}"/>""");
        svg.Append($"""<path class="shape" d="{Shapes.PathOf(viewed.Kind.Shape)}"/>""");
        if (one.Member.Omitted > 0 && one.Member.Level > 0)
            svg.Append($"""<text class="more" x="{PlacedMember.Radius}" y="-7">+{one.Member.Omitted}</text>""");
        for (var line = 0; line < one.Lines.Count; line++)
        {
            var y = one.Half + 2 + (line * LabelText.LineHeight) + LabelText.FontSize;
            svg.Append($"""<text class="label" y="{y}">""").Escaped(one.Lines[line]).Append("</text>");
        }
        svg.Append("</g>\n");
    }

    private static void AppendLink(StringBuilder svg, Drawing drawing, MemberLink link)
    {
        var (from, to) = (drawing.PlaceOf(link.From), drawing.PlaceOf(link.To));
        var kind = link.Relation switch
        {
            NeighbourLists.SameValue => " same-value",
            NeighbourLists.Mentioned => " mentions",
            _ => "",
        };
        // What links the neighbours with each other is drawn lighter than what links them with the centre.
        if (link.From.Parent != link.To && link.To.Parent != link.From) kind += " side";
        var (x1, y1, x2, y2) = Between(from, to);
        svg.Append("<path").Attribute("class", $"link{kind}");
        if (link.IsDirected) svg.Attribute("marker-end", "url(#arrow)");
        svg.Attribute("data-from", drawing.KeyOf(link.From)).Attribute("data-to", drawing.KeyOf(link.To))
            .Attribute("d", $"M{x1} {y1}L{x2} {y2}").Append("><title>").Escaped(LabelText.Title(link.Label)).Append("</title></path>\n");
    }

    /// <summary>The line between the edges of two shapes.</summary>
    private static (int X1, int Y1, int X2, int Y2) Between(PlacedMember from, PlacedMember to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        var (start, end) = ((from.Half + 1) / length, (to.Half + 3) / length);
        return ((int)(from.X + (dx * start)), (int)(from.Y + (dy * start)), (int)(to.X - (dx * end)), (int)(to.Y - (dy * end)));
    }
}
