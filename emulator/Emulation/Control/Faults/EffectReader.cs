using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>Reads one effect: an object with exactly one of the members that say what it is.</summary>
static class EffectReader
{
    private static readonly string[] s_sorts = ["status", "delay", "body", "contentType", "connection"];

    private static readonly Effect s_none = (below, _) => below;

    public static Effect Read(Members effect)
    {
        var sorts = s_sorts.Where(effect.Has).ToArray();
        if (sorts.Length != 1)
        {
            effect.Defects.Add(effect.Pointer, $"\"{effect.Pointer}\" must have exactly one of {string.Join(", ", s_sorts)}; several effects go into \"effects\".");
            return s_none;
        }
        var read = sorts[0] switch
        {
            "status" => Status(effect),
            "delay" => effect.Object("delay") is { } delay ? Delay(delay, PlaceOf(effect)) : s_none,
            "body" => Body(effect),
            "contentType" => ContentType(effect),
            "connection" => Connection(effect),
            _ => throw new InvalidOperationException($"{sorts[0]} is listed as an effect and is none."),
        };
        effect.Close();
        return read;
    }

    private static Effect Status(Members effect)
    {
        var status = effect.Whole("status", 400, 599) ?? 500;
        var message = effect.Text("message");
        var headers = effect.Object("headers") is { } named ? FaultHeaders.Sent(named) : [];
        return Effects.Status((int)status, message, headers);
    }

    private static Effect Delay(Members delay, int place)
    {
        var (fixedLength, uniform, lognormal) = (delay.Duration("fixed"), delay.Object("uniform"), delay.Object("lognormal"));
        var kinds = new[] { "fixed", "uniform", "lognormal" }.Count(delay.Has);
        delay.Close();
        if (kinds != 1) delay.Defects.Add(delay.Pointer, $"\"{delay.Pointer}\" must have exactly one of fixed, uniform, lognormal.");
        if (fixedLength is { } length) return Effects.Delay(Always(Bounded(delay, "fixed", length)));
        if (uniform is not null) return Effects.Delay(Uniform(uniform, place));
        return lognormal is not null ? Effects.Delay(Lognormal(lognormal, place)) : s_none;
    }

    private static Func<Chance, TimeSpan> Always(TimeSpan length) => _ => length;

    private static Func<Chance, TimeSpan> Uniform(Members uniform, int place)
    {
        var (least, most) = (Needed(uniform, "min"), Needed(uniform, "max"));
        uniform.Close();
        if (least > most) uniform.Wrong("max", "must not be shorter than \"min\"");
        var range = most.Ticks - least.Ticks + 1;
        return chance => least + TimeSpan.FromTicks(chance.Below(place, range));
    }

    private static Func<Chance, TimeSpan> Lognormal(Members lognormal, int place)
    {
        var median = Needed(lognormal, "median");
        var sigma = lognormal.Number("sigma", 0, 5);
        lognormal.Close();
        if (sigma is null) lognormal.Wrong("sigma", "is missing");
        var thousandths = (int)Math.Round((sigma ?? 0) * 1000);
        return chance => LogNormal.Of(median, thousandths, chance.Of(place)) is var length && length > Effects.LongestDelay ? Effects.LongestDelay : length;
    }

    private static Effect Body(Members effect) => effect.OneOf("body", "empty", "truncated", "malformed") switch
    {
        0 => Effects.Empty,
        1 => Effects.Truncated,
        2 => Effects.Malformed,
        _ => s_none,
    };

    private static Effect ContentType(Members effect)
    {
        var type = effect.NeededText("contentType");
        if (!FaultHeaders.IsValue(type)) effect.Wrong("contentType", "must be visible ASCII and blanks");
        return Effects.ContentType(type);
    }

    private static Effect Connection(Members effect)
    {
        var ending = effect.OneOf("connection", "reset", "hang") == 1 ? ConnectionFault.Hang : ConnectionFault.Reset;
        return Effects.Connection(ending, effect.Flag("handled") ?? false);
    }

    private static TimeSpan Needed(Members members, string name)
    {
        if (members.Duration(name) is { } length) return Bounded(members, name, length);
        members.Wrong(name, "is missing");
        return default;
    }

    private static TimeSpan Bounded(Members members, string name, TimeSpan length)
    {
        if (length < TimeSpan.Zero || length > Effects.LongestDelay) members.Wrong(name, "must be a length of time from nothing to one hour");
        return length;
    }

    /// <summary>Each effect of a rule has chance of its own.</summary>
    private static int PlaceOf(Members effect) => int.TryParse(effect.Pointer.AsSpan(effect.Pointer.LastIndexOf('/') + 1), out var place) ? place : 0;
}
