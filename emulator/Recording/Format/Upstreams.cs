namespace Emulation.Recordings.Format;

/// <summary>How a recording names the service that was recorded.</summary>
static class Upstreams
{
    /// <summary>The host that replaces the service's own.</summary>
    public const string StandIn = "upstream.example";

    /// <summary>The service's address for the header of a recording; addresses of this machine identify no service.</summary>
    public static string Describe(Uri upstream) =>
        upstream.IsLoopback ? upstream.GetLeftPart(UriPartial.Authority) : $"{upstream.Scheme}://{StandIn}";
}
