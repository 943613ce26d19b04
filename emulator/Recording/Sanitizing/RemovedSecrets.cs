using Emulation.Control.Journals;

namespace Emulation.Recordings.Sanitizing;

/// <summary>The secrets that were removed, so that they are removed wherever else they occur. In memory alone.</summary>
sealed class RemovedSecrets
{
    public const string Hidden = Secrets.Hidden;

    private const int MostSecrets = 100_000;

    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly List<string> _ofExchange = [];

    public bool Contains(string value) => _all.Contains(value);

    public void Add(string value)
    {
        if (value.Length < Secrets.ShortestRepeatedSecret || value == Hidden) return;
        if (_all.Count < MostSecrets) _all.Add(value);
        if (!_ofExchange.Contains(value, StringComparer.Ordinal)) _ofExchange.Add(value);
    }

    /// <summary>Begins the next exchange.</summary>
    public void Begin() => _ofExchange.Clear();

    /// <summary>Removes the exchange's secrets from a text, the longest first, because one may be part of another.</summary>
    public string RemoveFrom(string text)
    {
        foreach (var secret in _ofExchange.OrderByDescending(secret => secret.Length))
            text = text.Replace(secret, Hidden, StringComparison.Ordinal);
        return text;
    }
}
