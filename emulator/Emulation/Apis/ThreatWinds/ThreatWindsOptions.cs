using Emulation.Http;

namespace Emulation.Apis.ThreatWinds;

/// <summary>The response for an unknown entity, where the vendor's pages differ.</summary>
public enum NotFoundStyle
{
    /// <summary>An empty result.</summary>
    Empty = 200,

    /// <summary>No body, with the headers of the error.</summary>
    NoContent = 204,

    /// <summary>An error.</summary>
    NotFound = 404,
}

/// <summary>The behaviour of this API where its sources differ.</summary>
public sealed record ThreatWindsOptions
{
    public AuthMode Auth { get; init; } = AuthMode.Strict;

    /// <summary>The CORS policy; null: no origin may call from a browser, as with the vendor.</summary>
    internal CorsPolicy? Cors { get; init; }

    /// <summary>The response for an unknown entity on the routes that exist in both editions of the pages: 404 or 204.</summary>
    public NotFoundStyle NotFound { get; init; } = NotFoundStyle.NotFound;

    /// <summary>The response for an unknown entity on the graph route.</summary>
    public NotFoundStyle GraphNotFound { get; init; } = NotFoundStyle.Empty;

    /// <summary>The number of the first page of <c>entity/{id}/relations</c>: 0 or 1.</summary>
    public int PageBase { get; init; }
}
