using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>Where a route is known from: the mandatory documents, the vendor's other pages, or only what a client calls.</summary>
enum Provenance
{
    Documented,
    Reference,
    Client,
}

/// <summary>Answers from the call alone.</summary>
delegate Reply Read(Call call);

/// <summary>Answers, and says what the graph is afterwards.</summary>
delegate Change Write(Call call);

/// <summary>What a write leaves behind and answers. A refused write gives back the graph it was given.</summary>
readonly record struct Change(Graph Graph, Reply Reply);

/// <summary>
/// One method on one path. <paramref name="Path"/> is spelled as documented, with <c>{name}</c> for a parameter.
/// Without a handler the route is known but not served.
/// </summary>
sealed record Route(string Method, string Path, string Name, Provenance Provenance, string Source)
{
    private string[]? _parameters;

    public Read? Read { get; init; }

    public Write? Write { get; init; }

    /// <summary>What of a write needs no graph that stands still: it runs before the write has its turn, and <see cref="Call.Prepared"/> has what it gives.</summary>
    public Func<Call, object>? Prepare { get; init; }

    /// <summary>What its API needs to know besides: who may call it, how large a body may be. Each API has its own type.</summary>
    public object? Terms { get; init; }

    public bool Served => Read is not null || Write is not null;

    /// <summary>The names of the parameters, in the order of the path.</summary>
    public IReadOnlyList<string> Parameters => _parameters ??=
        [.. Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'))];
}
