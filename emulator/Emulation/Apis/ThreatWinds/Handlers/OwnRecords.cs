using System.Diagnostics.CodeAnalysis;
using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>Finds the record whose id is in the path, if the caller owns it.</summary>
static class OwnRecords
{
    /// <summary>False, with the refusal, when the id is malformed, or when the caller has no record with this id.</summary>
    /// <param name="call">The request.</param>
    /// <param name="byId">The index of the records.</param>
    /// <param name="ownerOf">The id of the user who owns a record.</param>
    /// <param name="missing">The text of the refusal when there is no record.</param>
    /// <param name="record">The record.</param>
    /// <param name="refusal">The refusal.</param>
    public static bool Find<T>(
        Call call,
        Index<T, Guid> byId,
        Func<T, Guid> ownerOf,
        string missing,
        [NotNullWhen(true)] out T? record,
        out Change refusal)
        where T : Node
    {
        (record, refusal) = (null, default);
        var uuid = Encoded.Uuid(call["id"]);
        if (uuid.Fault is { } fault)
        {
            refusal = Envelope.RefuseChange(call, 400, fault);
            return false;
        }
        record = call.Graph.Find<T, Guid>(byId, Guid.Parse(uuid.Text));
        if (record is not null && ownerOf(record) == Callers.Of(call).Id) return true;
        refusal = Envelope.RefuseChange(call, 404, missing);
        return false;
    }
}
