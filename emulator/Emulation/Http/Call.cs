using System.Buffers;
using System.Net;
using Emulation.Graphs;
using Microsoft.AspNetCore.Http;

namespace Emulation.Http;

/// <summary>The caller: the node of the account, and a name for the log.</summary>
sealed record Caller(string Name, Node? Node)
{
    public static Caller Anyone { get; } = new("anyone", null);
}

/// <summary>A request as a handler sees it: everything it may depend on, and nothing it could change.</summary>
record Call
{
    private Query? _query;

    public required IApi Api { get; init; }

    /// <summary>The data at the moment the request is handled; the same from start to end.</summary>
    public required Graph Graph { get; init; }

    public required string Method { get; init; }

    public required Target Target { get; init; }

    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The world's time, taken once.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The machine's time, for what must not follow a moved clock.</summary>
    public required DateTimeOffset MachineNow { get; init; }

    /// <summary>Signatures are also accepted by the machine's time, so that a moved clock does not lock out real clients.</summary>
    public bool AcceptsMachineTime { get; init; } = true;

    /// <summary>The world's counter of error ids; null in tests that need none.</summary>
    internal ErrorIds? ErrorIds { get; init; }

    /// <summary>Scheme and authority as the client used them: <c>http://127.0.0.1:5010</c>.</summary>
    public string Origin => $"{Scheme}://{Header("Host")}";

    public string Scheme { get; init; } = "http";

    /// <summary>The version of HTTP, as the request line has it.</summary>
    public string Protocol { get; init; } = "HTTP/1.1";

    /// <summary>The server's end of the connection; null where there is no connection.</summary>
    public IPEndPoint? ServerEnd => Connection is { LocalIpAddress: { } address } at ? new IPEndPoint(address, at.LocalPort) : null;

    internal ConnectionInfo? Connection { get; init; }

    /// <summary>Cancelled when the client has left.</summary>
    internal CancellationToken ClientLeft { get; init; }

    public Match Match { get; init; } = Match.None;

    public Caller Caller { get; init; } = Caller.Anyone;

    /// <summary>The whole body; empty when there was none.</summary>
    public ReadOnlySequence<byte> Body { get; init; }

    public Route Route => Match.Route ?? throw new InvalidOperationException("A handler ran without a route.");

    public Query Query => _query ??= Query.Parse(Target.RawQuery, Api.QueryNames);

    /// <summary>A new id for an error: the same requests in the same order get the same ids.</summary>
    public Guid NewErrorId() => (ErrorIds ?? throw new InvalidOperationException("A call was made without error ids.")).Next();

    /// <summary>A path parameter, decoded, by its place: 0 is the first.</summary>
    public string this[int parameter] => Match.Values[parameter];

    /// <summary>A path parameter, decoded, by its name in the route.</summary>
    public string this[string parameter]
    {
        get
        {
            for (var i = 0; i < Match.Values.Length; i++)
                if (string.Equals(Route.Parameters[i], parameter, StringComparison.Ordinal)) return Match.Values[i];
            throw new InvalidOperationException($"{Route.Path} has no parameter {parameter}.");
        }
    }

    /// <summary>The first value of a header; null when it is not there.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? values.Count == 0 ? "" : values[0] : null;
}
