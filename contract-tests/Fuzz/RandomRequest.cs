namespace Emulation.Tests.Fuzz;

/// <summary>A request to send: its route as documented, and what goes over the wire.</summary>
sealed record RandomRequest(FuzzRoute Route, string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body)
{
    public string ContentType { get; init; } = "application/json";

    public override string ToString() =>
        $"{Method} {Target} ({Route.Api} {Route.Path}) {(Body is null ? "" : System.Text.Encoding.Latin1.GetString(Body[..Math.Min(Body.Length, 300)]))}";
}

/// <summary>A row of <c>/_emulator/coverage</c> or of the control plane.</summary>
sealed record FuzzRoute(string Api, string Method, string Path, bool Served);
