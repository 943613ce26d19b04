using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>The reason why a request was refused, and the source of the rule behind it.</summary>
readonly record struct Refusal(string Reason, string? Source)
{
    /// <summary>Null when the request was not refused.</summary>
    public static Refusal? Of(RedactedExchange redacted)
    {
        var details = redacted.Details;
        if (details.Stub is not null || details.Fault is not null) return null;
        if (redacted.Bug is { } bug) return new($"a bug in the handler: {bug.Type}", details.Route?.Source);
        if (details.Route is null && details.Status is 404 or 405) return new(NoRoute(details), null);
        if (details.Route is { Served: false } && details.Status is not (401 or 403))
            return new("the route is known, but not served", details.Route.Source);
        if (redacted.Reason is { } reason) return new(reason, details.Route?.Source);
        return details.Status >= 400 ? new($"answered {details.Status}", details.Route?.Source) : null;
    }

    private static string NoRoute(in ExchangeDetails details)
    {
        if (details.Allowed.Length > 0) return $"the path takes {details.Allowed}, not {details.Method}";
        return details.Api.Routes.Count > 0 ? $"no route of {details.Api.Name} has this path" : "no API has this path";
    }
}
