using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>The outlines of nodes as SVG paths around 0,0, 24 units wide.</summary>
static class Shapes
{
    public static string PathOf(Shape shape) => shape switch
    {
        Shape.Circle   => "M-11 0A11 11 0 1 0 11 0A11 11 0 1 0 -11 0Z",
        Shape.Square   => "M-7 -10H7A3 3 0 0 1 10 -7V7A3 3 0 0 1 7 10H-7A3 3 0 0 1 -10 7V-7A3 3 0 0 1 -7 -10Z",
        Shape.Diamond  => "M0 -12L12 0L0 12L-12 0Z",
        Shape.Hexagon  => "M-6 -11H6L12 0L6 11H-6L-12 0Z",
        Shape.Triangle => "M0 -11L12 10H-12Z",
        Shape.Pill     => "M-6 -6H6A6 6 0 0 1 6 6H-6A6 6 0 0 1 -6 -6Z",
        Shape.Pentagon => "M0 -12L12 -3L7 11H-7L-12 -3Z",
        Shape.Star     => "M0 -12L3.5 -4.2L12 -3.7L5.4 1.8L7.4 10L0 5.5L-7.4 10L-5.4 1.8L-12 -3.7L-3.5 -4.2Z",
        Shape.Octagon  => "M-5 -12H5L12 -5V5L5 12H-5L-12 5V-5Z",
        Shape.House    => "M0 -12L11 -3V10H-11V-3Z",
        _ => throw new InvalidOperationException($"{shape} has no outline."),
    };

    public static string NameOf(Shape shape) => shape.ToString().ToLowerInvariant();
}
