using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>
/// The routes that add, replace, list and delete a world's fault rules. A rule is
/// <c>{"name", "match":{"api","route","method","path","header":{…},"body":{"path","equals"|"exists"}},
/// "when":{"nth"|"first","every","probability","seed","between":{"from","to"},"onHeader","limit"}, "effect":{…} | "effects":[…]}</c>;
/// all members but the effects are optional, and all given conditions must hold. An effect is one of
/// <c>{"status","message","headers"}</c>, <c>{"delay":{"fixed"} | {"uniform":{"min","max"}} | {"lognormal":{"median","sigma"}}}</c>,
/// <c>{"body":"empty"|"truncated"|"malformed"}</c>, <c>{"contentType"}</c>, <c>{"connection":"reset"|"hang","handled"}</c>.
/// Rules apply in the order of the list and effects in the order of their rule; a later one overrides an earlier one.
/// </summary>
static class FaultControl
{
    private const string NotARule = "Not a fault rule";

    // Seeding ends with a reset, so a rule that was set before would be lost.
    public static IReadOnlyList<Route> Rows(IReadOnlyList<IApi> apis, Worlds worlds) =>
    [
        ControlRow.Query("GET",      "/faults",        "faults.list",   Show),
        ControlRow.Command("POST",   "/faults",        "faults.add",    call => worlds.Ready ? Add(call, apis) : ControlReplies.Seeding),
        ControlRow.Command("DELETE", "/faults",        "faults.clear",  Clear),
        ControlRow.Query("GET",      "/faults/{name}", "faults.get",    Get),
        ControlRow.Command("PUT",    "/faults/{name}", "faults.put",    call => worlds.Ready ? Put(call, apis) : ControlReplies.Seeding),
        ControlRow.Command("DELETE", "/faults/{name}", "faults.delete", Delete),
    ];

    private static Reply Show(ControlCall call) => ControlReplies.Object(200, json =>
    {
        json.WriteString("world", call.World.Name);
        json.WriteNumber("max", FaultList.MaxRules);
        WriteAll(json, FaultList.Of(call.World).Rules);
    });

    private static Reply Get(ControlCall call)
    {
        var rule = Array.Find(FaultList.Of(call.World).Rules, rule => IsNamed(rule, call["name"]));
        return rule is null ? NotFound(call) : ControlReplies.Object(200, json => Write(json, rule));
    }

    private static Reply Add(ControlCall call, IReadOnlyList<IApi> apis)
    {
        var defects = new Defects();
        if (Members.Parse(call.Body, defects) is not { } body) return defects.First!.Refused(NotARule);
        var many = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("rules", out _);
        var reader = new FaultReader(apis, defects);
        var read = many ? reader.Many(new Members(body, "", defects)) : [reader.One(body, "")];
        if (defects.First is { } defect) return defect.Refused(NotARule);

        CountedRule[] added = [];
        Reply? refusal = null;
        FaultList.Of(call.World).Change(
            before => (refusal = Conflict(before, read, many)) is null ? [.. before, .. added = WithNames(before, read)] : null,
            release: false);
        if (refusal is not null) return refusal;
        return many ? ControlReplies.Object(201, json => WriteAll(json, added)) : ControlReplies.Object(201, json => Write(json, added[0]));
    }

    private static Reply Put(ControlCall call, IReadOnlyList<IApi> apis)
    {
        var (name, defects) = (call["name"], new Defects());
        if (Members.Parse(call.Body, defects) is not { } body) return defects.First!.Refused(NotARule);
        var rule = new FaultReader(apis, defects).One(body, "");
        if (rule.Name.Length > 0 && !string.Equals(rule.Name, name, StringComparison.Ordinal))
            defects.Add("/name", "\"/name\" is not the name in the path.");
        if (defects.First is { } defect) return defect.Refused(NotARule);
        if (!GivenName.IsName(name)) return Problem.Reply(400, "Not a fault rule's name", $"A fault rule's name is {GivenName.Allowed}.");

        var put = new CountedRule(rule with { Name = name }, 0, 0);
        var exists = false;
        var done = FaultList.Of(call.World).Change(
            before =>
            {
                exists = Array.Exists(before, existing => IsNamed(existing, name));
                return exists || before.Length < FaultList.MaxRules ? Put(before, put) : null;
            },
            release: true);
        return done ? ControlReplies.Object(exists ? 200 : 201, json => Write(json, put)) : TooMany();
    }

    private static Reply Delete(ControlCall call)
    {
        var name = call["name"];
        var done = FaultList.Of(call.World).Change(
            before => Array.Exists(before, rule => IsNamed(rule, name)) ? [.. before.Where(rule => !IsNamed(rule, name))] : null,
            release: true);
        return done ? ControlReplies.NoContent : NotFound(call);
    }

    private static Reply Clear(ControlCall call)
    {
        FaultList.Of(call.World).Change(_ => [], release: true);
        return ControlReplies.NoContent;
    }

    private static CountedRule[] Put(CountedRule[] before, CountedRule put) =>
        Array.Exists(before, rule => IsNamed(rule, put.Rule.Name))
            ? [.. before.Select(rule => IsNamed(rule, put.Rule.Name) ? put : rule)]
            : [.. before, put];

    private static Reply? Conflict(CountedRule[] before, FaultRule[] added, bool many)
    {
        if (before.Length + added.Length > FaultList.MaxRules) return TooMany();
        var at = Array.FindIndex(added, rule => Array.Exists(before, existing => IsNamed(existing, rule.Name)));
        if (at < 0) return null;
        var detail = $"There is a fault rule {added[at].Name} already; put it under its name to replace it.";
        return Problem.Reply(409, "The rule exists", detail, many ? $"/rules/{at}/name" : "/name");
    }

    /// <summary>Rules without a name get the name fault-N with the first free number.</summary>
    private static CountedRule[] WithNames(CountedRule[] before, FaultRule[] added)
    {
        var taken = before.Select(rule => rule.Rule.Name).Concat(added.Select(rule => rule.Name)).ToHashSet(StringComparer.Ordinal);
        var number = 0;
        string NextName()
        {
            while (!taken.Add($"fault-{++number}")) continue;
            return $"fault-{number}";
        }

        return [.. added.Select(rule => new CountedRule(rule.Name.Length > 0 ? rule : rule with { Name = NextName() }, 0, 0))];
    }

    private static void WriteAll(Utf8JsonWriter json, CountedRule[] rules)
    {
        json.WriteStartArray("faults");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            Write(json, rule);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, CountedRule counted)
    {
        json.WritePropertyName("rule");
        counted.Rule.Write(json);
        json.WriteNumber("seen", counted.Matched);
        json.WriteNumber("strikes", counted.Applied);
    }

    private static bool IsNamed(CountedRule counted, string name) => string.Equals(counted.Rule.Name, name, StringComparison.Ordinal);

    private static Reply TooMany() =>
        Problem.Reply(429, "Too many fault rules", $"A world has at most {FaultList.MaxRules} fault rules; delete one.");

    private static Reply NotFound(ControlCall call) =>
        ControlReplies.NotFound($"fault rule of the world {call.World.Name} named", call["name"]);
}
