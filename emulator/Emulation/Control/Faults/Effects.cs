using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>A request to which a rule applies its effects.</summary>
/// <param name="Call">The request.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Chance">The random numbers of the rule for this request.</param>
readonly record struct FaultContext(Call Call, string Rule, Chance Chance);

/// <summary>Adds one effect to the override that the effects before it produced.</summary>
delegate Override Effect(Override current, FaultContext context);

/// <summary>The effects of fault rules.</summary>
static class Effects
{
    /// <summary>The random decision whether a rule applies; those of effects are their indexes, from 0.</summary>
    public const int ProbabilityDraw = -1;

    public static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    /// <summary>
    /// Answers with the API's own error response instead of handling the request. Earlier effects on the response are discarded; delays
    /// stay.
    /// </summary>
    public static Effect Status(int status, string? message, IReadOnlyList<KeyValuePair<string, string>> headers) => (current, context) =>
    {
        var refusal = context.Call.Api.Refuse(context.Call, status, message);
        var kept = refusal.Headers.Where(header =>
            !headers.Any(other => string.Equals(other.Key, header.Key, StringComparison.OrdinalIgnoreCase)));
        var reply = refusal with { Headers = [.. kept, .. headers], Reason = $"the fault {context.Rule}" };
        return current with { Instead = reply, Distort = null, ConnectionFault = ConnectionFault.None, Unhandled = false };
    };

    public static Effect Delay(Func<Chance, TimeSpan> length) =>
        (current, context) => current with { Delay = current.Delay + length(context.Chance) };

    public static Effect Empty { get; } = Distorting(reply => reply with { Bytes = default });

    public static Effect Malformed { get; } = Distorting(reply => reply with { Bytes = Broken(reply) });

    public static Effect ContentType(string type) => Distorting(reply => reply with { ContentType = type });

    public static Effect Truncated { get; } = (current, _) =>
        current.ConnectionFault == ConnectionFault.None ? current with { ConnectionFault = ConnectionFault.TruncatedBody } : current;

    /// <param name="fault">How the connection ends instead of a response.</param>
    /// <param name="handled">The API handles the request before the connection ends.</param>
    public static Effect Connection(ConnectionFault fault, bool handled) =>
        (current, _) => current with { ConnectionFault = fault, Unhandled = !handled };

    private static Effect Distorting(Func<Reply, Reply> distort) => (current, _) =>
        current with { Distort = current.Distort is { } first ? reply => distort(first(reply)) : distort };

    /// <summary>Replaces the opening bracket by a mismatched pair, so that even a streaming parser fails before the first value.</summary>
    private static ReadOnlyMemory<byte> Broken(Reply reply)
    {
        if (reply.Status is 204 or 304) return reply.Bytes;
        if (reply.Bytes.IsEmpty) return "{]"u8.ToArray();
        var body = reply.Bytes.Span;
        return body[0] switch
        {
            (byte)'[' => (byte[])[.. "[}"u8, .. body[1..]],
            (byte)'{' => [.. "{]"u8, .. body[1..]],
            _ => [.. "{]"u8, .. body],
        };
    }
}
