using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Limits;

/// <summary>
/// A world's rate limits: read, put whole, lifted. A limit is <c>{"name","api","per":"credential"|"api","requests","window","status":403|429}</c>;
/// name, API and status may be left out.
/// </summary>
static class LimitControl
{
    private const string NotLimits = "Not rate limits";
    private const int Most = 100;

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(366);

    // What is set before the data is in place would be lost with the reset that puts it there.
    public static IReadOnlyList<Route> Rows(IReadOnlyList<IApi> apis, Worlds worlds) =>
    [
        ControlRow.Of("GET",    "/rate-limits", "rate-limits.get")    with { ControlQuery = Show },
        ControlRow.Of("PUT",    "/rate-limits", "rate-limits.set")    with { ControlCommand = call => worlds.Ready ? Set(call, apis) : Answers.Seeding },
        ControlRow.Of("DELETE", "/rate-limits", "rate-limits.delete") with { ControlCommand = Lift },
    ];

    private static Reply Show(ControlCall call) => Answers.Object(200, json =>
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
        if (limits.Length > Most) body.Wrong("limits", $"must hold at most {Most} limits");
        for (var i = 0; i < limits.Length; i++)
            if (limits.Take(i).Any(one => string.Equals(one.Name, limits[i].Name, StringComparison.Ordinal)))
                defects.Add($"/limits/{i}/name", $"\"/limits/{i}\" has the name {limits[i].Name}, and so has one before it.");
        if (defects.First is { } defect) return defect.Refused(NotLimits);

        LimitList.Of(call.World).Set(limits);
        return Show(call);
    }

    private static Limit Read(Members limit, int at, IReadOnlyList<IApi> apis)
    {
        var (name, api) = (limit.Text("name"), limit.OneOf("api", [.. apis.Select(one => one.Name)]));
        var per = limit.OneOf("per", "credential", "api");
        var (requests, window, status) = (limit.Whole("requests", 1, long.MaxValue), limit.Duration("window"), limit.Whole("status", 400, 599));
        limit.Close();
        if (name is not null && !GivenName.IsName(name)) limit.Wrong("name", $"must be {GivenName.Allowed}");
        if (per is null) limit.Wrong("per", "is missing; it is credential or api");
        if (requests is null) limit.Wrong("requests", "is missing");
        if (window is null) limit.Wrong("window", "is missing");
        if (window <= TimeSpan.Zero || window > s_longest) limit.Wrong("window", "must be more than nothing and at most 366 days");
        if (status is not (null or 403 or 429)) limit.Wrong("status", "must be 403 or 429");
        return new Limit(name ?? $"limit-{at + 1}", api is { } one ? apis[one].Name : null, per == 0, requests ?? 1, window ?? s_longest, (int?)status);
    }

    private static Reply Lift(ControlCall call)
    {
        LimitList.Of(call.World).Set([]);
        return Answers.Done;
    }
}
