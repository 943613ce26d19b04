using System.Text;

namespace Emulation.Control.GraphView;

/// <summary>The style of pictures: light, and dark where the reader prefers it.</summary>
static class PictureStyle
{
    private const string Rules = """
        .background{fill:var(--background)}
        .link{stroke:var(--line);stroke-width:1.2;fill:none}
        .same-value{stroke:var(--same);stroke-width:2.2;stroke-dasharray:7 4}
        .mentions{stroke:var(--mention);stroke-width:1.6;stroke-dasharray:2 3}
        .side{stroke-opacity:.6}
        .side:not(.same-value):not(.mentions){stroke-width:.8}
        #arrow path{fill:var(--line)}
        .shape{stroke:var(--background);stroke-width:1.5}
        .ring{fill:none;stroke:var(--text);stroke-width:1.5;stroke-dasharray:3 3}
        text{fill:var(--text)}
        .label{text-anchor:middle;paint-order:stroke;stroke:var(--background);stroke-width:3;stroke-linejoin:round}
        .center .label{font-weight:600}
        .more{font-size:9px;fill:var(--soft);paint-order:stroke;stroke:var(--background);stroke-width:3}
        .heading{font-size:16px;font-weight:600}
        .note{font-size:12px;fill:var(--soft)}
        .group{font-size:12px;font-weight:600}
        .entry{font-size:12px}

        """;

    public static void Append(StringBuilder svg, Drawing drawing)
    {
        svg.Append("<style>\n");
        svg.Append("svg{--background:#ffffff;--text:#1c2330;--soft:#5a6475;--line:#aeb6c2;--same:#8a3ffc;--mention:#c2410c}\n");
        svg.Append("@media (prefers-color-scheme:dark){")
            .Append("svg{--background:#12161d;--text:#e6eaf0;--soft:#9aa5b5;--line:#566173;--same:#be95ff;--mention:#fb923c}}\n");
        svg.Append(Rules.ReplaceLineEndings("\n"));
        foreach (var (api, _) in drawing.Views.All)
        {
            var (light, dark) = Palette.Of(drawing.Views, api.Name);
            svg.Append($".{api.Name} .shape{{fill:{light}}}\n");
            svg.Append($"@media (prefers-color-scheme:dark){{.{api.Name} .shape{{fill:{dark}}}}}\n");
        }
        svg.Append("</style>\n");
        svg.Append("""<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" """)
            .Append("""markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8Z"/></marker></defs>""").Append('\n');
    }
}
