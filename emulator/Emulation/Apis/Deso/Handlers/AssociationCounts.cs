using System.Text;
using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Resources;
using Emulation.Apis.Deso.Responses;
using Emulation.Http;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>How many associations match: all together, or for each of the values asked for.</summary>
static class AssociationCounts
{
    public const string UserUnreadable = "CountUserAssociations: " + Texts.BodyUnreadable;
    public const string PostUnreadable = "CountPostAssociations: " + Texts.BodyUnreadable;
    public const string UserByValueUnreadable = "CountUserAssociationsByValue: " + Texts.BodyUnreadable;
    public const string PostByValueUnreadable = "CountPostAssociationsByValue: " + Texts.BodyUnreadable;

    public static Reply User(DesoContext context, Call call) => Count(context, call, Subject.User, AssociationQuery.User, UserUnreadable);

    public static Reply Post(DesoContext context, Call call) => Count(context, call, Subject.Post, AssociationQuery.Post, PostUnreadable);

    public static Reply UserByValue(DesoContext context, Call call) => CountByValue(context, call, Subject.User, AssociationQuery.User, UserByValueUnreadable);

    public static Reply PostByValue(DesoContext context, Call call) => CountByValue(context, call, Subject.Post, AssociationQuery.Post, PostByValueUnreadable);

    private static Reply Count(DesoContext context, Call call, Subject subject, Func<GoBody, AssociationQuery> read, string unreadable)
    {
        if (RequestBody.Read(call, $"routes.{subject.Name}AssociationQuery", read, unreadable, out var query) is { } refusal) return refusal;
        var name = $"Count{subject.Name}Associations: ";
        if (AssociationChecks.Refuse(query, subject, Operation.Count, out var filters) is { } unfit) return Envelope.Error(400, name + unfit);
        if (Searches.Count(call.Graph, subject, filters[0], context.Options.Storage, out var count) is { } unserved)
            return Envelope.Error(500, name + unserved);
        return Envelope.Success(to =>
        {
            var json = new GoWriter(to);
            json.Open('{');
            json.Name("Count"u8);
            json.Number(count);
            json.Close('}');
            json.End();
        });
    }

    private static Reply CountByValue(DesoContext context, Call call, Subject subject, Func<GoBody, AssociationQuery> read, string unreadable)
    {
        if (RequestBody.Read(call, $"routes.{subject.Name}AssociationQuery", read, unreadable, out var query) is { } refusal) return refusal;
        var name = $"Count{subject.Name}AssociationsByValue: ";
        if (AssociationChecks.Refuse(query, subject, Operation.CountByValue, out var filters) is { } unfit) return Envelope.Error(400, name + unfit);
        var counts = new SortedDictionary<string, ulong>(Utf8Order.Instance);
        ulong total = 0;
        foreach (var filter in filters)
        {
            if (Searches.Count(call.Graph, subject, filter, context.Options.Storage, out var count) is { } unserved)
                return Envelope.Error(500, name + unserved);
            counts[filter.Value] = count;
            total += count;
        }
        return Envelope.Success(to => Write(to, counts, total));
    }

    private static void Write(System.Buffers.IBufferWriter<byte> to, SortedDictionary<string, ulong> counts, ulong total)
    {
        var json = new GoWriter(to);
        json.Open('{');
        json.Name("Counts"u8);
        json.Open('{');
        foreach (var (value, count) in counts)
        {
            json.AnyName(Encoding.UTF8.GetBytes(value));
            json.Number(count);
        }
        json.Close('}');
        json.Name("Total"u8);
        json.Number(total);
        json.Close('}');
        json.End();
    }

    /// <summary>The keys of a map are printed in the order of their bytes, which is that of the code points.</summary>
    private sealed class Utf8Order : IComparer<string>
    {
        public static Utf8Order Instance { get; } = new();

        public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));
    }
}
