using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>A random delay of a response.</summary>
sealed record DelayDistribution
{
    private const long MaxMilliseconds = 24 * 60 * 60 * 1000;

    private TimeSpan _least;
    private TimeSpan _most;
    private TimeSpan? _median;
    private int _sigma;

    /// <summary>Reads <c>delayDistribution</c>; null when there is none.</summary>
    public static DelayDistribution? Read(Members owner)
    {
        if (owner.Object("delayDistribution") is not { } body) return null;
        var kind = body.OneOf("type", "fixed", "uniform", "lognormal");
        if (!body.Has("type")) body.Wrong("type", "is missing");
        var delay = kind switch
        {
            0 => Between(RequiredMilliseconds(body, "milliseconds"), null),
            1 => Uniform(body),
            2 => LogNormally(body),
            _ => new DelayDistribution(),
        };
        body.Close();
        return delay;
    }

    /// <summary>Draws a delay, determined by the seed and the number of delays drawn before.</summary>
    public TimeSpan Draw(long seed, long number)
    {
        var chance = new Chance(seed, "stubs", number);
        if (_median is { } median)
        {
            var length = LogNormal.Sample(median, _sigma, chance.Draw(0));
            return length > _most ? _most : length;
        }
        // Whole milliseconds, as WireMock draws them.
        return _least + TimeSpan.FromMilliseconds(chance.Below(0, (long)(_most - _least).TotalMilliseconds + 1));
    }

    private static DelayDistribution Uniform(Members body)
    {
        var (lower, upper) = (RequiredMilliseconds(body, "lower"), RequiredMilliseconds(body, "upper"));
        if (upper < lower) body.Wrong("upper", "is less than \"lower\"");
        return Between(lower, upper);
    }

    private static DelayDistribution LogNormally(Members body)
    {
        if (!body.Has("median")) body.Wrong("median", "is missing");
        if (!body.Has("sigma")) body.Wrong("sigma", "is missing");
        var (median, sigma, most) = (
            body.Number("median", 0, MaxMilliseconds), body.Number("sigma", 0, 5), body.Number("maxValue", 0, MaxMilliseconds));
        return new DelayDistribution
        {
            _median = TimeSpan.FromMilliseconds(median ?? 0),
            _sigma = (int)((sigma ?? 0) * 1000),
            _most = TimeSpan.FromMilliseconds(most ?? MaxMilliseconds),
        };
    }

    private static DelayDistribution Between(TimeSpan least, TimeSpan? most) => new() { _least = least, _most = most ?? least };

    private static TimeSpan RequiredMilliseconds(Members body, string name)
    {
        if (!body.Has(name)) body.Wrong(name, "is missing");
        return ResponseReader.Milliseconds(body, name) ?? TimeSpan.Zero;
    }
}
