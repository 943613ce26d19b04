using System.Text;

namespace Emulation.Http;

/// <summary>The parameters of a query string, in the order sent; <c>+</c> is a space, an invalid escape is kept as it is.</summary>
sealed class Query
{
    private readonly (string Name, string Value)[] _parameters;
    private readonly StringComparison _names;

    private Query((string Name, string Value)[] parameters, StringComparison names) => (_parameters, _names) = (parameters, names);

    public static Query None { get; } = new([], StringComparison.Ordinal);

    public IReadOnlyList<(string Name, string Value)> Parameters => _parameters;

    /// <summary>The first value under a name; null when the name is not there, empty when it has no value.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in _parameters)
                if (string.Equals(key, name, _names)) return value;
            return null;
        }
    }

    public IEnumerable<string> Each(string name) =>
        _parameters.Where(parameter => string.Equals(parameter.Name, name, _names)).Select(parameter => parameter.Value);

    public static Query Parse(string raw, StringComparison names)
    {
        if (raw.Length == 0) return None;
        var parts = raw.Split('&', StringSplitOptions.RemoveEmptyEntries);
        var parameters = new (string, string)[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var equals = parts[i].IndexOf('=', StringComparison.Ordinal);
            parameters[i] = equals < 0
                ? (Decode(parts[i]), "")
                : (Decode(parts[i].AsSpan(0, equals)), Decode(parts[i].AsSpan(equals + 1)));
        }
        return new Query(parameters, names);
    }

    private static string Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('+', '%') < 0) return text.ToString();
        var plain = text.ToString().Replace('+', ' ');
        return Target.Decode(plain) ?? Uri.UnescapeDataString(plain);
    }
}
