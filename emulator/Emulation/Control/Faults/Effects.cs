using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>A request that a rule strikes.</summary>
/// <param name="Call">The request.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Chance">What is left to chance in it.</param>
readonly record struct Strike(Call Call, string Rule, Chance Chance);

/// <summary>Lays one effect on top of those before it.</summary>
delegate Override Effect(Override below, Strike strike);

/// <summary>What rules do to requests.</summary>
static class Effects
{
    /// <summary>The thing left to chance that decides whether a rule strikes; those of effects are their places, from 0.</summary>
    public const int Whether = -1;

    public static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    /// <summary>The API's own answer with a status, handled by nobody. Whatever was done to the answer below is gone with it; delays stay.</summary>
    public static Effect Status(int status, string? message, IReadOnlyList<KeyValuePair<string, string>> headers) => (below, strike) =>
    {
        var refusal = strike.Call.Api.Refuse(strike.Call, status, message);
        var own = refusal.Headers.Where(mine => !headers.Any(given => string.Equals(given.Key, mine.Key, StringComparison.OrdinalIgnoreCase)));
        var reply = refusal with { Headers = [.. own, .. headers], Reason = $"the fault {strike.Rule}" };
        return below with { Instead = reply, Distort = null, ConnectionFault = ConnectionFault.None, Unhandled = false };
    };

    public static Effect Delay(Func<Chance, TimeSpan> length) => (below, strike) => below with { Delay = below.Delay + length(strike.Chance) };

    public static Effect Empty { get; } = Distorting(reply => reply with { Bytes = default });

    public static Effect Malformed { get; } = Distorting(reply => reply with { Bytes = Broken(reply) });

    public static Effect ContentType(string type) => Distorting(reply => reply with { ContentType = type });

    public static Effect Truncated { get; } = (below, _) => below.ConnectionFault == ConnectionFault.None ? below with { ConnectionFault = ConnectionFault.TruncatedBody } : below;

    /// <param name="ending">What the client meets in place of an answer.</param>
    /// <param name="handled">The API handles the request all the same.</param>
    public static Effect Connection(ConnectionFault ending, bool handled) => (below, _) => below with { ConnectionFault = ending, Unhandled = !handled };

    private static Effect Distorting(Func<Reply, Reply> distort) => (below, _) =>
        below with { Distort = below.Distort is { } first ? reply => distort(first(reply)) : distort };

    /// <summary>A bracket is closed by the other kind right at the beginning, where the most patient of parsers has read no value yet.</summary>
    private static ReadOnlyMemory<byte> Broken(Reply reply)
    {
        if (reply.Status is 204 or 304) return reply.Bytes;
        if (reply.Bytes.IsEmpty) return "{]"u8.ToArray();
        return reply.Bytes.Span[0] == (byte)'[' ? (byte[])[.. "[}"u8, .. reply.Bytes.Span[1..]] : [.. "{]"u8, .. reply.Bytes.Span[(reply.Bytes.Span[0] == (byte)'{' ? 1 : 0)..]];
    }
}
