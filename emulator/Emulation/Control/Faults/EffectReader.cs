using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>Reads one effect: an object with exactly one of the members that name a kind of effect.</summary>
static class EffectReader
{
    private static readonly string[] s_kinds = ["status", "delay", "body", "contentType", "connection"];

    private static readonly Effect s_none = (current, _) => current;

    public static Effect Read(Members effect)
    {
        var kinds = s_kinds.Where(effect.Has).ToArray();
        if (kinds.Length != 1)
        {
            var allowed = string.Join(", ", s_kinds);
            effect.Defects.Add(
                effect.Pointer, $"\"{effect.Pointer}\" must have exactly one of {allowed}; several effects go into \"effects\".");
            return s_none;
        }
        var read = kinds[0] switch
        {
            "status" => Status(effect),
            "delay" => effect.Object("delay") is { } delay ? Delay(delay, IndexOf(effect)) : s_none,
            "body" => Body(effect),
            "contentType" => ContentType(effect),
            "connection" => Connection(effect),
            _ => throw new InvalidOperationException($"The effect {kinds[0]} has no reader."),
        };
        effect.Close();
        return read;
    }

    private static Effect Status(Members effect)
    {
        var status = effect.Whole("status", 400, 599) ?? 500;
        var message = effect.Text("message");
        var headers = effect.Object("headers") is { } named ? FaultHeaders.ReadResponseHeaders(named) : [];
        return Effects.Status((int)status, message, headers);
    }

    private static Effect Delay(Members delay, int index)
    {
        var (fixedLength, uniform, lognormal) = (delay.Duration("fixed"), delay.Object("uniform"), delay.Object("lognormal"));
        var kinds = new[] { "fixed", "uniform", "lognormal" }.Count(delay.Has);
        delay.Close();
        if (kinds != 1) delay.Defects.Add(delay.Pointer, $"\"{delay.Pointer}\" must have exactly one of fixed, uniform, lognormal.");
        if (fixedLength is { } length) return Effects.Delay(Always(Bounded(delay, "fixed", length)));
        if (uniform is not null) return Effects.Delay(Uniform(uniform, index));
        return lognormal is not null ? Effects.Delay(Lognormal(lognormal, index)) : s_none;
    }

    private static Func<Chance, TimeSpan> Always(TimeSpan length) => _ => length;

    private static Func<Chance, TimeSpan> Uniform(Members uniform, int index)
    {
        var (least, most) = (RequiredDuration(uniform, "min"), RequiredDuration(uniform, "max"));
        uniform.Close();
        if (least > most) uniform.Wrong("max", "must not be shorter than \"min\"");
        var range = most.Ticks - least.Ticks + 1;
        return chance => least + TimeSpan.FromTicks(chance.Below(index, range));
    }

    private static Func<Chance, TimeSpan> Lognormal(Members lognormal, int index)
    {
        var median = RequiredDuration(lognormal, "median");
        var sigma = lognormal.Number("sigma", 0, 5);
        lognormal.Close();
        if (sigma is null) lognormal.Wrong("sigma", "is missing");
        var thousandths = (int)Math.Round((sigma ?? 0) * 1000);
        return chance =>
        {
            var length = LogNormal.Sample(median, thousandths, chance.Draw(index));
            return length > Effects.LongestDelay ? Effects.LongestDelay : length;
        };
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
        var fault = effect.OneOf("connection", "reset", "hang") == 1 ? ConnectionFault.Hang : ConnectionFault.Reset;
        return Effects.Connection(fault, effect.Flag("handled") ?? false);
    }

    private static TimeSpan RequiredDuration(Members members, string name)
    {
        if (members.Duration(name) is { } length) return Bounded(members, name, length);
        members.Wrong(name, "is missing");
        return default;
    }

    private static TimeSpan Bounded(Members members, string name, TimeSpan length)
    {
        if (length < TimeSpan.Zero || length > Effects.LongestDelay)
            members.Wrong(name, "must be a length of time from nothing to one hour");
        return length;
    }

    /// <summary>The effect's index in its rule; each index has its own random numbers.</summary>
    private static int IndexOf(Members effect) =>
        int.TryParse(effect.Pointer.AsSpan(effect.Pointer.LastIndexOf('/') + 1), out var index) ? index : 0;
}
