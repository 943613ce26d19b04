using Emulation.Http;

namespace Emulation.Apis.ThreatWinds;

/// <summary>What an unknown thing is answered with, where the vendor's pages differ.</summary>
public enum NotFoundStyle
{
    /// <summary>An empty result.</summary>
    Empty = 200,

    /// <summary>Nothing, with the error's headers.</summary>
    NoContent = 204,

    /// <summary>An error.</summary>
    NotFound = 404,
}

/// <summary>How this API behaves where its sources leave a choice.</summary>
public sealed record ThreatWindsOptions
{
    public AuthMode Auth { get; init; } = AuthMode.Strict;

    /// <summary>Which origins may call from a browser; null: as the vendor, none.</summary>
    internal CorsPolicy? Cors { get; init; }

    /// <summary>An unknown entity on the routes that exist in both editions of the pages: 404 or 204.</summary>
    public NotFoundStyle NotFound { get; init; } = NotFoundStyle.NotFound;

    /// <summary>An unknown entity on the graph route.</summary>
    public NotFoundStyle GraphNotFound { get; init; } = NotFoundStyle.Empty;

    /// <summary>The first page of <c>entity/{id}/relations</c>: 0 or 1.</summary>
    public int PageBase { get; init; }
}
