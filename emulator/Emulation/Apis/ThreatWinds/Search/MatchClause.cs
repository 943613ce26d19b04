using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>A full-text clause: the words to find, how many of them must match, and whether in order.</summary>
sealed class MatchClause
{
    private readonly List<string> _words;
    private readonly string _clause;
    private readonly int _atLeast;
    private readonly int _slop;
    private readonly bool _emptyMatches;
    private readonly Fuzziness? _fuzziness;

    private MatchClause(string clause, string text, List<string> words, int atLeast, int slop, bool emptyMatches, Fuzziness? fuzziness) =>
        (_clause, Text, _words, _atLeast, _slop, _emptyMatches, _fuzziness) = (clause, text, words, atLeast, slop, emptyMatches, fuzziness);

    public string Text { get; }

    /// <summary>The text is compared as one value, whatever the field.</summary>
    public bool IsWhole { get; init; }

    /// <summary>All words, in this order and adjacent.</summary>
    public static MatchClause Phrase(string text, int slop) => new("match_phrase", text, Tokenizer.Tokenize(text), 0, slop, false, null);

    /// <summary>All or any of the words.</summary>
    public static MatchClause For(string text, bool all)
    {
        var words = Tokenizer.Tokenize(text);
        return new("match", text, words, all ? words.Count : 1, 0, false, null);
    }

    /// <summary>Null when an option is invalid.</summary>
    public static MatchClause? Read(string clause, string text, JsonElement options)
    {
        var words = Tokenizer.Tokenize(text);
        if (options.ValueKind != JsonValueKind.Object) return new MatchClause(clause, text, words, 1, 0, false, null);
        if (!BodyReader.Text(options, "operator", out var @operator)
            || !BodyReader.Whole(options, "slop", out var slop)
            || !BodyReader.Text(options, "zero_terms_query", out var zero))
            return null;
        if (!Fuzziness.Read(options, always: false, out var fuzziness)) return null;
        if (@operator.ToUpperInvariant() is not ("" or "OR" or "AND") || zero is not ("" or "none" or "all") || slop < 0) return null;
        var all = @operator.Equals("AND", StringComparison.OrdinalIgnoreCase);
        if (MinimumShouldMatch.Of(options, words.Count, all ? words.Count : 1) is not { } minimum) return null;
        var atLeast = Math.Clamp(minimum, 1, Math.Max(1, words.Count));
        return new MatchClause(clause, text, words, atLeast, slop ?? 0, zero == "all", fuzziness);
    }

    /// <summary>Whether an unsplit value matches: equal, by prefix, or fuzzily.</summary>
    public bool MatchesWholeValue(string value) => _clause switch
    {
        "match_bool_prefix" or "match_phrase_prefix" => value.StartsWith(Text, StringComparison.Ordinal),
        _ when _fuzziness is { } fuzziness => fuzziness.IsWithin(Text, value),
        _ => string.Equals(value, Text, StringComparison.Ordinal),
    };

    /// <summary>Whether the values of a field match, each separately or all together.</summary>
    public bool Matches(List<string> texts, bool together = false)
    {
        if (_words.Count == 0) return _emptyMatches && texts.Count > 0;
        if (together) return MatchesWords(texts.SelectMany(Tokenizer.Tokenize).ToList());
        return texts.Exists(text => MatchesWords(Tokenizer.Tokenize(text)));
    }

    private bool MatchesWords(List<string> words) => _clause switch
    {
        "match_phrase" => InOrder(words, lastIsPrefix: false),
        "match_phrase_prefix" => InOrder(words, lastIsPrefix: true),
        "match_bool_prefix" =>
            _words.Where((word, i) => words.Exists(other => IsMatch(word, other, i == _words.Count - 1))).Count() >= _atLeast,
        _ => _words.Count(word => words.Exists(other => IsMatch(word, other, prefix: false))) >= _atLeast,
    };

    private bool InOrder(List<string> words, bool lastIsPrefix)
    {
        for (var start = 0; start < words.Count; start++)
        {
            var (at, gaps, i) = (start, 0, 0);
            while (i < _words.Count && at < words.Count && gaps <= _slop)
            {
                if (IsMatch(_words[i], words[at], lastIsPrefix && i == _words.Count - 1)) i++;
                else if (i > 0) gaps++;
                else break;
                at++;
            }
            if (i == _words.Count && gaps <= _slop) return true;
        }
        return false;
    }

    private bool IsMatch(string expected, string word, bool prefix)
    {
        if (prefix) return word.StartsWith(expected, StringComparison.Ordinal);
        return _fuzziness is { } fuzziness ? fuzziness.IsWithin(expected, word) : string.Equals(expected, word, StringComparison.Ordinal);
    }
}
