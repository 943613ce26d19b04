using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>How long an answer is held back, left to chance between bounds.</summary>
sealed record Delay
{
    private const long Most = 24 * 60 * 60 * 1000;

    private TimeSpan _least;
    private TimeSpan _most;
    private TimeSpan? _median;
    private int _sigma;

    /// <summary>Reads <c>delayDistribution</c>; null when there is none.</summary>
    public static Delay? Read(Members owner)
    {
        if (owner.Object("delayDistribution") is not { } body) return null;
        var kind = body.OneOf("type", "fixed", "uniform", "lognormal");
        if (!body.Has("type")) body.Wrong("type", "is missing");
        var delay = kind switch
        {
            0 => Between(Needed(body, "milliseconds"), null),
            1 => Uniform(body),
            2 => LogNormally(body),
            _ => new Delay(),
        };
        body.Close();
        return delay;
    }

    /// <summary>What chance gives: it depends on the seed, and on how many were drawn before.</summary>
    public TimeSpan Draw(long seed, long turn)
    {
        var chance = new Chance(seed, "stubs", turn);
        if (_median is { } median) return LogNormal.Of(median, _sigma, chance.Of(0)) is var length && length > _most ? _most : length;
        // Whole milliseconds, as WireMock draws them.
        return _least + TimeSpan.FromMilliseconds(chance.Below(0, (long)(_most - _least).TotalMilliseconds + 1));
    }

    private static Delay Uniform(Members body)
    {
        var (lower, upper) = (Needed(body, "lower"), Needed(body, "upper"));
        if (upper < lower) body.Wrong("upper", "is less than \"lower\"");
        return Between(lower, upper);
    }

    private static Delay LogNormally(Members body)
    {
        if (!body.Has("median")) body.Wrong("median", "is missing");
        if (!body.Has("sigma")) body.Wrong("sigma", "is missing");
        var (median, sigma, most) = (body.Number("median", 0, Most), body.Number("sigma", 0, 5), body.Number("maxValue", 0, Most));
        return new Delay
        {
            _median = TimeSpan.FromMilliseconds(median ?? 0),
            _sigma = (int)((sigma ?? 0) * 1000),
            _most = TimeSpan.FromMilliseconds(most ?? Most),
        };
    }

    private static Delay Between(TimeSpan least, TimeSpan? most) => new() { _least = least, _most = most ?? least };

    private static TimeSpan Needed(Members body, string name)
    {
        if (!body.Has(name)) body.Wrong(name, "is missing");
        return ResponseReader.Milliseconds(body, name) ?? TimeSpan.Zero;
    }
}
