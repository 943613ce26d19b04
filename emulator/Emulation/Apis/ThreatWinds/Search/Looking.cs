using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Words that are looked for in text, and how many of them in which order.</summary>
sealed class Looking
{
    private readonly List<string> _words;
    private readonly string _clause;
    private readonly int _atLeast;
    private readonly int _slop;
    private readonly bool _emptyMatches;
    private readonly Fuzziness? _fuzziness;

    private Looking(string clause, string text, List<string> words, int atLeast, int slop, bool emptyMatches, Fuzziness? fuzziness) =>
        (_clause, Text, _words, _atLeast, _slop, _emptyMatches, _fuzziness) = (clause, text, words, atLeast, slop, emptyMatches, fuzziness);

    public string Text { get; }

    /// <summary>Compared as one value whatever the field.</summary>
    public bool IsWhole { get; init; }

    /// <summary>All words, in this order, next to each other.</summary>
    public static Looking Phrase(string text, int slop) => new("match_phrase", text, Words.In(text), 0, slop, false, null);

    /// <summary>All or any of the words.</summary>
    public static Looking For(string text, bool all)
    {
        var words = Words.In(text);
        return new("match", text, words, all ? words.Count : 1, 0, false, null);
    }

    /// <summary>Null: an option is wrong.</summary>
    public static Looking? Read(string clause, string text, JsonElement options)
    {
        var words = Words.In(text);
        if (options.ValueKind != JsonValueKind.Object) return new Looking(clause, text, words, 1, 0, false, null);
        if (!Bodies.Text(options, "operator", out var @operator) || !Bodies.Whole(options, "slop", out var slop) || !Bodies.Text(options, "zero_terms_query", out var zero)) return null;
        if (!Fuzziness.Read(options, always: false, out var fuzziness)) return null;
        if (@operator.ToUpperInvariant() is not ("" or "OR" or "AND") || zero is not ("" or "none" or "all") || slop < 0) return null;
        var all = @operator.Equals("AND", StringComparison.OrdinalIgnoreCase);
        if (MinimumShouldMatch.Of(options, words.Count, all ? words.Count : 1) is not { } wanted) return null;
        var atLeast = Math.Clamp(wanted, 1, Math.Max(1, words.Count));
        return new Looking(clause, text, words, atLeast, slop ?? 0, zero == "all", fuzziness);
    }

    /// <summary>In a value that is not split: equal, or by its beginning.</summary>
    public bool FoundWhole(string value) => _clause switch
    {
        "match_bool_prefix" or "match_phrase_prefix" => value.StartsWith(Text, StringComparison.Ordinal),
        _ when _fuzziness is { } fuzziness => fuzziness.Near(Text, value),
        _ => string.Equals(value, Text, StringComparison.Ordinal),
    };

    /// <summary>In the values of a field, each for itself, or all taken as one.</summary>
    public bool Found(List<string> texts, bool together = false)
    {
        if (_words.Count == 0) return _emptyMatches && texts.Count > 0;
        if (together) return InWords(texts.SelectMany(Words.In).ToList());
        return texts.Exists(text => InWords(Words.In(text)));
    }

    private bool InWords(List<string> words) => _clause switch
    {
        "match_phrase" => InOrder(words, lastIsPrefix: false),
        "match_phrase_prefix" => InOrder(words, lastIsPrefix: true),
        "match_bool_prefix" => _words.Where((word, i) => words.Exists(other => Same(word, other, i == _words.Count - 1))).Count() >= _atLeast,
        _ => _words.Count(word => words.Exists(other => Same(word, other, prefix: false))) >= _atLeast,
    };

    private bool InOrder(List<string> words, bool lastIsPrefix)
    {
        for (var start = 0; start < words.Count; start++)
        {
            var (at, gaps, i) = (start, 0, 0);
            while (i < _words.Count && at < words.Count && gaps <= _slop)
            {
                if (Same(_words[i], words[at], lastIsPrefix && i == _words.Count - 1)) i++;
                else if (i > 0) gaps++;
                else break;
                at++;
            }
            if (i == _words.Count && gaps <= _slop) return true;
        }
        return false;
    }

    private bool Same(string wanted, string word, bool prefix)
    {
        if (prefix) return word.StartsWith(wanted, StringComparison.Ordinal);
        return _fuzziness is { } fuzziness ? fuzziness.Near(wanted, word) : string.Equals(wanted, word, StringComparison.Ordinal);
    }
}
