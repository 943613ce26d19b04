namespace Emulation.Control.GraphView;

/// <summary>The colour of each API on a light and on a dark background; shapes tell kinds apart where colours cannot.</summary>
static class Palette
{
    private static readonly (string Light, string Dark)[] s_colors =
        [("#1f5fbf", "#79b0ff"), ("#147a4b", "#5fd39a"), ("#b4530a", "#f6a95c"), ("#7a3fb0", "#c79bf2")];

    public static (string Light, string Dark) Of(ViewSet views, string api)
    {
        for (var i = 0; i < views.All.Count; i++)
            if (views.All[i].Api.Name == api) return s_colors[i % s_colors.Length];
        throw new InvalidOperationException($"There is no view of {api}.");
    }
}
