using System.Globalization;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Lists of the owners of an indicator, of deleted indicators and of observed indicators.</summary>
static class IndicatorLists
{
    private const long Day = 86_400;

    private const int MaxObserved = 20_000;

    private static readonly FilterField[] s_deleted =
    [
        new("summary", "=^", (character, value, _) => SummaryFilter.Test(value, character == '^')),
        FilterField.Date<DeletedIndicator>("dateAdded", item => item.At),
    ];

    /// <summary>
    /// Every owner visible to the caller that has the indicator; the only list without a count. The owner parameter does not restrict it.
    /// </summary>
    public static Reply Owners(Call call)
    {
        if (!ItemKinds.Indicators.Type(call, call["type"]).Is(out var found, out var error)) return error;
        if (Scope.Named(call) is { } named && !named.Is(out _, out error)) return error;
        var (type, me, additional) = ((IndicatorType)found, Scope.CurrentUser(call), Includes.Read(call).Additional);
        var holders = call.Graph.All(Owner.ById).All().Cast<Owner>().Where(owner => me.MaySee(owner.Id))
            .Select(owner => (Owner: owner, Item: IndicatorLookup.Find(call.Graph, owner.Id, type, PathText.Spellings(call, "indicator"))))
            .Where(holder => holder.Item is not null).ToArray();
        if (holders.Length == 0) return Envelope.Missing;
        return Envelope.Data(200, (ref json) =>
        {
            json.StartArray("owner"u8);
            foreach (var (owner, item) in holders)
            {
                json.StartObject();
                json.Number("id"u8, owner.Id);
                json.Text("name"u8, owner.Name);
                json.Text("type"u8, owner.Type.ToString());
                if (additional) json.Text("itemId"u8, item!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
                json.EndObject();
            }
            json.EndArray();
        });
    }

    public static Reply Deleted(Call call) => Deleted(call, null);

    public static Reply DeletedOfType(Call call) =>
        ItemKinds.Indicators.Type(call, call["type"]).Is(out var type, out var error) ? Deleted(call, (IndicatorType)type) : error;

    /// <summary>The most observed indicators first, since the start of yesterday or on the day in dateObserved.</summary>
    public static Reply Observed(Call call)
    {
        if (!Listing.Read(call, []).Is(out var listing, out var error)) return error;
        var now = call.Now.ToUnixTimeSeconds();
        var (first, end) = (now - (now % Day) - Day, long.MaxValue);
        if (call.Query["dateObserved"] is { Length: > 0 } text)
        {
            if (Moments.ParseInQuery(text) is not { } day) return Envelope.Fail(400, Texts.Date, $"dateObserved \"{text}\" is not a date");
            (first, end) = (day, day + Day);
        }
        if (!Scope.Of(call).Is(out var owner, out error)) return error;
        var seen = ItemSet.Newest(call.Graph, Observation.Newest, 0, first - 1, end).All().Cast<Observation>()
            .GroupBy(one => one.Indicator)
            .Select(group => (Item: (Indicator)call.Graph[group.Key], All: group.ToArray()))
            .Where(group => group.Item.Owner == owner.Id && group.Item.IsActive)
            .OrderByDescending(group => group.All.Sum(one => (long)one.Count)).ThenBy(group => group.Item.Id)
            .Take(MaxObserved).ToArray();
        return Envelope.Data(200, (ref json) =>
        {
            if (listing.Start == 0) json.Number("resultCount"u8, seen.Length);
            json.StartArray("indicator"u8);
            foreach (var (item, all) in seen.Skip(listing.Start).Take(listing.Limit))
            {
                json.StartObject();
                json.Text("summary"u8, item.Summary);
                json.Number("observationCount"u8, all.Sum(one => (long)one.Count));
                json.Date("lastObserved"u8, all.Max(one => one.At));
                json.StartArray("userObservedList"u8);
                foreach (var user in all.GroupBy(one => one.User))
                {
                    json.StartObject();
                    json.Text("userName"u8, call.Graph.Find<User, IdKey>(User.ById, new IdKey(0, user.Key))?.UserName ?? "");
                    json.Date("userLastObservedDate"u8, user.Max(one => one.At));
                    json.Number("count"u8, user.Sum(one => (long)one.Count));
                    json.EndObject();
                }
                json.EndArray();
                json.EndObject();
            }
            json.EndArray();
        });
    }

    private static Reply Deleted(Call call, IndicatorType? type)
    {
        if (!Listing.Read(call, s_deleted).Is(out var listing, out var error)) return error;
        var since = 0L;
        if (call.Query["deletedSince"] is { Length: > 0 } text)
        {
            if (Moments.ParseInQuery(text) is not { } moment)
                return Envelope.Fail(400, Texts.Date, $"deletedSince \"{text}\" is not a date");
            since = moment;
        }
        if (!Scope.Of(call).Is(out var owner, out error)) return error;
        var (index, scope) = type is null
            ? (DeletedIndicator.Newest, owner.Id)
            : (DeletedIndicator.NewestOfType, Indicator.Scope(owner.Id, type));
        var nodes = Retention.Listed(call.Graph, index, scope, call.Now.ToUnixTimeSeconds(), since);
        if (listing.Filters.Terms.Count > 0) nodes = nodes.Where(listing.Filters.Accept);
        return listing.Page("indicator", nodes, (ref json, node) =>
        {
            var item = (DeletedIndicator)node;
            json.StartObject();
            json.Text("ownerName"u8, owner.Name);
            json.Text("type"u8, item.Type.Name);
            json.Date("dateAdded"u8, item.At);
            json.Text("summary"u8, item.Summary);
            json.EndObject();
        });
    }
}
