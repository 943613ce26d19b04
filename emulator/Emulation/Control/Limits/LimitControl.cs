using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Limits;

/// <summary>
/// The routes that show, replace and remove a world's rate limits. A limit is
/// <c>{"name","api","per":"credential"|"api","requests","window","status":403|429}</c>; name, API and status are optional.
/// </summary>
static class LimitControl
{
    private const string NotLimits = "Not rate limits";
    private const int MaxLimits = 100;

    private static readonly TimeSpan s_longestWindow = TimeSpan.FromDays(366);

    // Seeding ends with a reset, so limits that were set before would be lost.
    public static IReadOnlyList<Route> Rows(IReadOnlyList<IApi> apis, Worlds worlds) =>
    [
        ControlRow.Query("GET",      "/rate-limits", "rate-limits.get",    Show),
        ControlRow.Command("PUT",    "/rate-limits", "rate-limits.set",    call => worlds.Ready ? Set(call, apis) : ControlReplies.Seeding),
        ControlRow.Command("DELETE", "/rate-limits", "rate-limits.delete", Remove),
    ];

    private static Reply Show(ControlCall call) => ControlReplies.Object(200, json =>
    {
        json.WriteStartArray("limits");
        foreach (var limit in LimitList.Of(call.World).Limits) limit.Write(json);
        json.WriteEndArray();
    });

    private static Reply Set(ControlCall call, IReadOnlyList<IApi> apis)
    {
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        if (!body.Has("limits")) body.Wrong("limits", "is missing");
        Limit[] limits = [.. body.Each("limits").Select((each, at) => Read(new Members(each.Value, each.Pointer, defects), at, apis))];
        body.Close();
        if (limits.Length > MaxLimits) body.Wrong("limits", $"must hold at most {MaxLimits} limits");
        for (var i = 0; i < limits.Length; i++)
            if (limits.Take(i).Any(one => string.Equals(one.Name, limits[i].Name, StringComparison.Ordinal)))
                defects.Add($"/limits/{i}/name", $"\"/limits/{i}\" has the name {limits[i].Name}, and so has one before it.");
        if (defects.First is { } defect) return defect.Refused(NotLimits);

        LimitList.Of(call.World).Set(limits);
        return Show(call);
    }

    internal static Limit Read(Members limit, int at, IReadOnlyList<IApi> apis)
    {
        var (name, api) = (limit.Text("name"), limit.OneOf("api", [.. apis.Select(one => one.Name)]));
        var per = limit.OneOf("per", "credential", "api");
        var (requests, window, status) = (
            limit.Whole("requests", 1, long.MaxValue), limit.Duration("window"), limit.Whole("status", 400, 599));
        limit.Close();
        if (name is not null && !GivenName.IsName(name)) limit.Wrong("name", $"must be {GivenName.Allowed}");
        if (per is null) limit.Wrong("per", "is missing; it is credential or api");
        if (requests is null) limit.Wrong("requests", "is missing");
        if (window is null) limit.Wrong("window", "is missing");
        if (window <= TimeSpan.Zero || window > s_longestWindow) limit.Wrong("window", "must be more than nothing and at most 366 days");
        if (status is not (null or 403 or 429)) limit.Wrong("status", "must be 403 or 429");
        return new Limit(
            name ?? $"limit-{at + 1}",
            api is { } one ? apis[one].Name : null,
            per == 0,
            requests ?? 1,
            window ?? s_longestWindow,
            (int?)status);
    }

    private static Reply Remove(ControlCall call)
    {
        LimitList.Of(call.World).Set([]);
        return ControlReplies.NoContent;
    }
}
