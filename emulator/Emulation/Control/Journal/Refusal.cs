using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>Why a request was refused, and where that is known from.</summary>
readonly record struct Refusal(string Reason, string? Source)
{
    /// <summary>Null when it was not.</summary>
    public static Refusal? Of(Shown shown)
    {
        var facts = shown.Facts;
        if (facts.Stub is not null || facts.Fault is not null) return null;
        if (shown.Bug is { } bug) return new($"a bug in the handler: {bug.Type}", facts.Route?.Source);
        if (facts.Route is null && facts.Status is 404 or 405) return new(NoRow(facts), null);
        if (facts.Route is { Served: false } && facts.Status is not (401 or 403)) return new("the route is known, but not served", facts.Route.Source);
        if (shown.Reason is { } reason) return new(reason, facts.Route?.Source);
        return facts.Status >= 400 ? new($"answered {facts.Status}", facts.Route?.Source) : null;
    }

    private static string NoRow(in Facts facts)
    {
        if (facts.Allowed.Length > 0) return $"the path takes {facts.Allowed}, not {facts.Method}";
        return facts.Api.Routes.Count > 0 ? $"no route of {facts.Api.Name} has this path" : "no API has this path";
    }
}
