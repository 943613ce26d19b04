using Emulation.Graphs;
using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>A rectangle in units of the picture.</summary>
readonly record struct Box(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;
}

/// <summary>A neighbourhood with the places of its members.</summary>
sealed class Drawing
{
    private const int Margin = 24;

    private readonly Dictionary<int, PlacedMember> _placed;

    public Drawing(Graph graph, ViewSet views, Neighbourhood neighbourhood)
    {
        (Graph, Views, Neighbourhood) = (graph, views, neighbourhood);
        Placed = Layout.Of(neighbourhood, member => member.Viewed.View.Describe(graph, member.Viewed.Node));
        _placed = Placed.ToDictionary(one => one.Member.Key);
        Bounds = BoundsOf(Placed);
        var counts = Placed.CountBy(one => one.Member.Viewed.Kind).ToDictionary();
        Kinds =
        [
            .. from of in views.All
               from kind in of.View.Kinds
               where counts.ContainsKey(kind)
               select (of.Api.Name, kind, counts[kind]),
        ];
    }

    public Graph Graph { get; }

    public ViewSet Views { get; }

    public Neighbourhood Neighbourhood { get; }

    public IReadOnlyList<PlacedMember> Placed { get; }

    public Box Bounds { get; }

    /// <summary>The kinds that occur, with the number of members.</summary>
    public IReadOnlyList<(string Api, ViewKind Kind, int Count)> Kinds { get; }

    public PlacedMember PlaceOf(Member member) => _placed[member.Key];

    public string KeyOf(Member member) => NodeReference.KeyOf(member.Viewed, PlaceOf(member).Facts);

    private static Box BoundsOf(IReadOnlyList<PlacedMember> placed)
    {
        var (left, top) = (placed.Min(one => one.LabelLeft), placed.Min(one => one.Top));
        var right = placed.Max(one => one.LabelLeft + one.Width);
        var bottom = placed.Max(one => one.LabelTop + one.LabelHeight);
        return new Box(left - Margin, top - Margin, right - left + (2 * Margin), bottom - top + (2 * Margin));
    }
}
