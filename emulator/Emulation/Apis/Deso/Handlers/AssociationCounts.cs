using System.Text;
using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Resources;
using Emulation.Apis.Deso.Responses;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>Counts matching associations, in total or for each requested value.</summary>
static class AssociationCounts
{
    public const string UserUnreadable = "CountUserAssociations: " + Texts.BodyUnreadable;
    public const string PostUnreadable = "CountPostAssociations: " + Texts.BodyUnreadable;
    public const string UserByValueUnreadable = "CountUserAssociationsByValue: " + Texts.BodyUnreadable;
    public const string PostByValueUnreadable = "CountPostAssociationsByValue: " + Texts.BodyUnreadable;

    public static Reply User(DesoContext context, Call call) =>
        Count(context, call, AssociationKind.User, AssociationQuery.User, UserUnreadable);

    public static Reply Post(DesoContext context, Call call) =>
        Count(context, call, AssociationKind.Post, AssociationQuery.Post, PostUnreadable);

    public static Reply UserByValue(DesoContext context, Call call) =>
        CountByValue(context, call, AssociationKind.User, AssociationQuery.User, UserByValueUnreadable);

    public static Reply PostByValue(DesoContext context, Call call) =>
        CountByValue(context, call, AssociationKind.Post, AssociationQuery.Post, PostByValueUnreadable);

    private static Reply Count(DesoContext context, Call call, AssociationKind kind, Func<GoBody, AssociationQuery> read, string unreadable)
    {
        if (RequestBody.Read(call, $"routes.{kind.Name}AssociationQuery", read, unreadable, out var query) is { } refusal) return refusal;
        var name = $"Count{kind.Name}Associations: ";
        if (AssociationChecks.Refuse(query, kind, Operation.Count, out var filters) is { } unfit) return Envelope.Error(400, name + unfit);
        if (AssociationSearch.Count(call.Graph, kind, filters[0], context.Options.Storage, out var count) is { } unsupported)
            return Envelope.Error(500, name + unsupported);
        return Envelope.Success((ref json) =>
        {
            json.Unsigned("Count"u8, count);
        });
    }

    private static Reply CountByValue(
        DesoContext context, Call call, AssociationKind kind, Func<GoBody, AssociationQuery> read, string unreadable)
    {
        if (RequestBody.Read(call, $"routes.{kind.Name}AssociationQuery", read, unreadable, out var query) is { } refusal) return refusal;
        var name = $"Count{kind.Name}AssociationsByValue: ";
        if (AssociationChecks.Refuse(query, kind, Operation.CountByValue, out var filters) is { } unfit)
            return Envelope.Error(400, name + unfit);
        var counts = new SortedDictionary<string, ulong>(Utf8Order.Instance);
        ulong total = 0;
        foreach (var filter in filters)
        {
            if (AssociationSearch.Count(call.Graph, kind, filter, context.Options.Storage, out var count) is { } unsupported)
                return Envelope.Error(500, name + unsupported);
            counts[filter.Value] = count;
            total += count;
        }
        return Envelope.Success((ref json) => Write(ref json, counts, total));
    }

    private static void Write(ref JsonWriter json, SortedDictionary<string, ulong> counts, ulong total)
    {
        json.StartObject("Counts"u8);
        foreach (var (value, count) in counts)
        {
            json.EscapedName(Encoding.UTF8.GetBytes(value));
            json.Number(count);
        }
        json.EndObject();
        json.Unsigned("Total"u8, total);
    }

    /// <summary>Go writes map keys in the order of their UTF-8 bytes, which is the order of code points.</summary>
    private sealed class Utf8Order : IComparer<string>
    {
        public static Utf8Order Instance { get; } = new();

        public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));
    }
}
