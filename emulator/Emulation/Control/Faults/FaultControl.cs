using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>
/// A world's fault rules: add, replace, list, drop. A rule is
/// <c>{"name", "match":{"api","route","method","path","header":{…},"body":{"path","equals"|"exists"}},
/// "when":{"nth"|"first","every","probability","seed","between":{"from","to"},"onHeader","limit"}, "effect":{…} | "effects":[…]}</c>;
/// all but the effects may be left out, and what is given must all hold. An effect is one of
/// <c>{"status","message","headers"}</c>, <c>{"delay":{"fixed"} | {"uniform":{"min","max"}} | {"lognormal":{"median","sigma"}}}</c>,
/// <c>{"body":"empty"|"truncated"|"malformed"}</c>, <c>{"contentType"}</c>, <c>{"connection":"reset"|"hang","handled"}</c>.
/// Rules strike in the order of this list and effects in the order of their rule, the later on top.
/// </summary>
static class FaultControl
{
    private const string NotARule = "Not a fault rule";

    // What is set before the data is in place would be lost with the reset that puts it there.
    public static IReadOnlyList<Route> Rows(IReadOnlyList<IApi> apis, Worlds worlds) =>
    [
        ControlRow.Of("GET",    "/faults",        "faults.list")   with { ControlQuery = Show },
        ControlRow.Of("POST",   "/faults",        "faults.add")    with { ControlCommand = call => worlds.Ready ? Add(call, apis) : Answers.Seeding },
        ControlRow.Of("DELETE", "/faults",        "faults.clear")  with { ControlCommand = Clear },
        ControlRow.Of("GET",    "/faults/{name}", "faults.get")    with { ControlQuery = Get },
        ControlRow.Of("PUT",    "/faults/{name}", "faults.put")    with { ControlCommand = call => worlds.Ready ? Put(call, apis) : Answers.Seeding },
        ControlRow.Of("DELETE", "/faults/{name}", "faults.delete") with { ControlCommand = Delete },
    ];

    private static Reply Show(ControlCall call) => Answers.Object(200, json =>
    {
        json.WriteString("world", call.World.Name);
        json.WriteNumber("max", FaultList.Most);
        WriteAll(json, FaultList.Of(call.World).Rules);
    });

    private static Reply Get(ControlCall call) =>
        Array.Find(FaultList.Of(call.World).Rules, one => Is(one, call["name"])) is { } found ? Answers.Object(200, json => Write(json, found)) : Missing(call);

    private static Reply Add(ControlCall call, IReadOnlyList<IApi> apis)
    {
        var defects = new Defects();
        if (Members.Parse(call.Body, defects) is not { } body) return defects.First!.Refused(NotARule);
        var many = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("rules", out _);
        var reader = new FaultReader(apis, defects);
        var read = many ? reader.Many(new Members(body, "", defects)) : [reader.One(body, "")];
        if (defects.First is { } defect) return defect.Refused(NotARule);

        Counted[] added = [];
        Reply? refusal = null;
        FaultList.Of(call.World).Change(before => (refusal = Clash(before, read, many)) is null ? [.. before, .. added = Named(before, read)] : null, release: false);
        if (refusal is not null) return refusal;
        return many ? Answers.Object(201, json => WriteAll(json, added)) : Answers.Object(201, json => Write(json, added[0]));
    }

    private static Reply Put(ControlCall call, IReadOnlyList<IApi> apis)
    {
        var (name, defects) = (call["name"], new Defects());
        if (Members.Parse(call.Body, defects) is not { } body) return defects.First!.Refused(NotARule);
        var rule = new FaultReader(apis, defects).One(body, "");
        if (rule.Name.Length > 0 && !string.Equals(rule.Name, name, StringComparison.Ordinal)) defects.Add("/name", "\"/name\" is not the name in the path.");
        if (defects.First is { } defect) return defect.Refused(NotARule);
        if (!GivenName.IsName(name)) return Problem.Reply(400, "Not a fault rule's name", $"A fault rule's name is {GivenName.Allowed}.");

        var put = new Counted(rule with { Name = name }, 0, 0);
        var known = false;
        var done = FaultList.Of(call.World).Change(before => (known = Array.Exists(before, one => Is(one, name))) || before.Length < FaultList.Most ? Put(before, put) : null, release: true);
        return done ? Answers.Object(known ? 200 : 201, json => Write(json, put)) : TooMany();
    }

    private static Reply Delete(ControlCall call)
    {
        var name = call["name"];
        var done = FaultList.Of(call.World).Change(before => Array.Exists(before, one => Is(one, name)) ? [.. before.Where(one => !Is(one, name))] : null, release: true);
        return done ? Answers.Done : Missing(call);
    }

    private static Reply Clear(ControlCall call)
    {
        FaultList.Of(call.World).Change(_ => [], release: true);
        return Answers.Done;
    }

    private static Counted[] Put(Counted[] before, Counted put) =>
        Array.Exists(before, one => Is(one, put.Rule.Name)) ? [.. before.Select(one => Is(one, put.Rule.Name) ? put : one)] : [.. before, put];

    private static Reply? Clash(Counted[] before, FaultRule[] added, bool many)
    {
        if (before.Length + added.Length > FaultList.Most) return TooMany();
        var at = Array.FindIndex(added, rule => Array.Exists(before, one => Is(one, rule.Name)));
        if (at < 0) return null;
        return Problem.Reply(409, "The rule exists", $"There is a fault rule {added[at].Name} already; put it under its name to replace it.", many ? $"/rules/{at}/name" : "/name");
    }

    /// <summary>Rules without a name are called after the first numbers that are free.</summary>
    private static Counted[] Named(Counted[] before, FaultRule[] added)
    {
        var taken = before.Select(one => one.Rule.Name).Concat(added.Select(rule => rule.Name)).ToHashSet(StringComparer.Ordinal);
        var number = 0;
        string Next()
        {
            while (!taken.Add($"fault-{++number}")) continue;
            return $"fault-{number}";
        }

        return [.. added.Select(rule => new Counted(rule.Name.Length > 0 ? rule : rule with { Name = Next() }, 0, 0))];
    }

    private static void WriteAll(Utf8JsonWriter json, Counted[] rules)
    {
        json.WriteStartArray("faults");
        foreach (var one in rules)
        {
            json.WriteStartObject();
            Write(json, one);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Counted one)
    {
        json.WritePropertyName("rule");
        one.Rule.Write(json);
        json.WriteNumber("seen", one.Seen);
        json.WriteNumber("strikes", one.Strikes);
    }

    private static bool Is(Counted one, string name) => string.Equals(one.Rule.Name, name, StringComparison.Ordinal);

    private static Reply TooMany() => Problem.Reply(429, "Too many fault rules", $"A world has at most {FaultList.Most} fault rules; delete one.");

    private static Reply Missing(ControlCall call) => Answers.Missing($"fault rule of the world {call.World.Name} named", call["name"]);
}
