namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>The kinds of item that have routes.</summary>
static class ItemKinds
{
    public static Groups Groups { get; } = new Groups();

    public static Indicators Indicators { get; } = new Indicators();

    public static Resource Tasks { get; } = new Tasks();

    public static Resource Victims { get; } = new Victims();

    public static Resource Assets { get; } = new VictimAssets();

    public static Resource Tags { get; } = new Tags();

    public static Resource Labels { get; } = new Labels();
}
