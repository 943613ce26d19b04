using System.Text.Json;
using Emulation.Control.JsonPaths;
using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>Reads fault rules; errors are added to the defects.</summary>
sealed class FaultReader(IReadOnlyList<IApi> apis, Defects defects)
{
    private const int MaxEffects = 16;
    private const int MaxCharacters = 64 * 1024;

    /// <summary>The rules of a batch, each with a different name.</summary>
    public FaultRule[] Many(Members body)
    {
        FaultRule[] rules = [.. body.Each("rules").Select(each => One(each.Value, each.Pointer))];
        body.Close();
        if (rules.Length == 0) body.Wrong("rules", "must hold at least one rule");
        for (var i = 0; i < rules.Length; i++)
        {
            var name = rules[i].Name;
            var first = Array.FindIndex(rules, rule => name.Length > 0 && string.Equals(rule.Name, name, StringComparison.Ordinal));
            if (first >= 0 && first < i) defects.Add($"/rules/{i}/name", $"\"/rules/{i}/name\" is the name of \"/rules/{first}\" too.");
        }
        return rules;
    }

    /// <summary>One rule; its name is empty when none is given.</summary>
    public FaultRule One(JsonElement element, string pointer)
    {
        var rule = new Members(element, pointer, defects);
        var name = rule.Text("name");
        if (name is not null && !GivenName.IsName(name)) rule.Wrong("name", $"must be {GivenName.Allowed}");
        var match = rule.Object("match") is { } matching ? Match(matching) : new FaultMatch();
        var schedule = rule.Object("when") is { } when ? Schedule(when) : new FaultSchedule();
        var effects = EffectsOf(rule);
        rule.Close();
        if (element.GetRawText().Length > MaxCharacters) defects.Add(pointer, $"A rule has at most {MaxCharacters} characters.");
        return new FaultRule(name ?? "", match, schedule, effects, element);
    }

    private FaultMatch Match(Members match)
    {
        var api = match.Text("api");
        var route = match.Text("route");
        var method = match.Text("method");
        var path = match.Text("path");
        var read = new FaultMatch
        {
            Api = api,
            Route = route,
            Method = method,
            Path = path is null ? null : PathPattern.Parse(path),
            Headers = match.Object("header") is { } headers ? FaultHeaders.ReadRequestHeaders(headers) : [],
            Body = match.Object("body") is { } body ? Body(body) : null,
        };
        match.Close();
        RouteNames.Check(match, apis, api, route, method);
        if (path is not null && read.Path is null) match.Wrong("path", $"must be {PathPattern.Allowed}");
        return read;
    }

    private static BodyMatch? Body(Members body)
    {
        var text = body.NeededText("path");
        // An explicit null is a value to compare with; in other members null is the same as absent.
        var equal = body.All().Where(member => member.Name is "equals").Select(member => (JsonElement?)member.Value).FirstOrDefault();
        var unknown = body.All().Select(member => member.Name).FirstOrDefault(name => name is not ("path" or "equals" or "exists"));
        var exists = body.Flag("exists");
        var path = JsonPath.Read(text, out var fault);
        if (unknown is not null) body.Wrong(unknown, "is not known; known are equals, exists, path");
        if (text.Length > 0 && path is null) body.Wrong("path", $"must be a JSON path, such as $.data.items[*].name: {fault}");
        if (equal is null && exists is null) body.Wrong("equals", "is missing, and so is \"exists\"; send one");
        if (equal is not null && exists is not null) body.Wrong("exists", "does not go with \"equals\"; send one");
        return path is null ? null : new BodyMatch(path, equal, exists ?? true);
    }

    private static FaultSchedule Schedule(Members when)
    {
        var between = when.Object("between");
        var schedule = new FaultSchedule
        {
            Nth = when.Whole("nth", 1, long.MaxValue),
            First = when.Whole("first", 1, long.MaxValue),
            Every = when.Whole("every", 1, long.MaxValue),
            Probability = when.Number("probability", 0, 1),
            Seed = when.Whole("seed", long.MinValue, long.MaxValue),
            From = between?.Moment("from"),
            To = between?.Moment("to"),
            OnHeader = when.Flag("onHeader") ?? false,
            Limit = when.Whole("limit", 1, long.MaxValue),
        };
        between?.Close();
        when.Close();
        if (schedule.Nth is not null && schedule.First is not null)
            when.Wrong("first", "does not go with \"nth\"; one request alone is struck");
        if (schedule.Nth is not null && schedule.Every is not null)
            when.Wrong("every", "does not go with \"nth\"; one request alone is struck");
        if (between is not null && schedule.From is null && schedule.To is null)
            when.Wrong("between", "must have \"from\", \"to\" or both");
        if (schedule.From >= schedule.To) between!.Wrong("to", "must be later than \"from\"");
        return schedule;
    }

    private Effect[] EffectsOf(Members rule)
    {
        var (one, many) = (rule.Any("effect"), rule.Has("effects"));
        if (one is not null && many) rule.Wrong("effects", "does not go with \"effect\"; send one");
        if (one is null && !many) rule.Wrong("effect", "is missing, and so is \"effects\"; send one");
        if (one is { } effect) return [EffectReader.Read(new Members(effect, rule.PointerOf("effect"), defects))];
        Effect[] effects = [.. rule.Each("effects").Select(each => EffectReader.Read(new Members(each.Value, each.Pointer, defects)))];
        if (many && effects.Length is 0 or > MaxEffects) rule.Wrong("effects", $"must hold 1 to {MaxEffects} effects");
        return effects;
    }
}
