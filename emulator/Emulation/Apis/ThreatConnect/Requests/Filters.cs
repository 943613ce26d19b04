using System.Globalization;
using Emulation.Graphs;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>Which index serves a filter.</summary>
enum Served
{
    /// <summary>None: each item is tested.</summary>
    Not,

    /// <summary>The item's name or value.</summary>
    ByName,

    /// <summary>When it was added.</summary>
    ByDate,

    /// <summary>Whether it is active; such a filter also lifts the rule that only active items are listed.</summary>
    ByActivity,
}

/// <summary>Something that can be filtered by.</summary>
/// <param name="Name">As documented.</param>
/// <param name="Operators">The operators it knows.</param>
/// <param name="Test">What an operator and a value ask of an item; null when the value cannot be read.</param>
/// <param name="Served">What an index can answer.</param>
sealed record FilterField(string Name, string Operators, Func<char, string, Call, Func<Node, bool>?> Test, Served Served = Served.Not)
{
    /// <summary>Only with a type's prefix: in lists of all types, what only some have (tcex's host.dnsActive).</summary>
    public bool Prefixed { get; init; }

    public static FilterField Text<TNode>(string name, string operators, Func<TNode, string?> of,
        Served served = Served.Not) where TNode : Node =>
        new(name, operators, (character, value, _) => character switch
        {
            '=' => node => string.Equals(of((TNode)node), value, StringComparison.OrdinalIgnoreCase),
            '!' => node => !string.Equals(of((TNode)node), value, StringComparison.OrdinalIgnoreCase),
            _ => node => of((TNode)node)?.StartsWith(value, StringComparison.OrdinalIgnoreCase) == true,
        }, served);

    public static FilterField Bool<TNode>(string name, Func<TNode, Call, bool> of, Served served = Served.Not) where TNode : Node =>
        new(name, "=", (_, value, call) => bool.TryParse(value, out var wanted) ? node => of((TNode)node, call) == wanted : null, served);

    public static FilterField Number<TNode>(string name, string operators, Func<TNode, Call, decimal?> of,
        bool whole = false) where TNode : Node =>
        new(name, operators, (character, value, call) =>
        {
            if (!decimal.TryParse(value, whole ? NumberStyles.AllowLeadingSign : NumberStyles.Float, CultureInfo.InvariantCulture,
                out var bound))
                return null;
            return character switch
            {
                '=' => node => of((TNode)node, call) == bound,
                '<' => node => of((TNode)node, call) < bound,
                _ => node => of((TNode)node, call) > bound,
            };
        });

    public static FilterField Date<TNode>(string name, Func<TNode, long?> of, Served served = Served.Not) where TNode : Node =>
        new(name, "<>", (character, value, _) =>
        {
            if (Moments.ParseInQuery(value) is not { } bound) return null;
            return character == '<' ? node => of((TNode)node) < bound : node => of((TNode)node) > bound;
        }, served);
}

/// <summary>One condition.</summary>
sealed record FilterTerm(FilterField Field, char Operator, string Value, Func<Node, bool> Test);

/// <summary>All conditions of a request.</summary>
/// <param name="Terms">In the order sent.</param>
/// <param name="Any">One of them is enough.</param>
sealed record Filters(IReadOnlyList<FilterTerm> Terms, bool Any)
{
    private const string Signs = "=<>^!";

    public static Filters None { get; } = new([], false);

    public static Found<Filters> Read(Call call, IReadOnlyList<FilterField> fields)
    {
        if (call.Query["filters"] is null) return None;
        var text = string.Join(',', call.Query.Each("filters").Where(part => part.Length > 0));
        if (text.Length == 0) return None;

        var terms = new List<FilterTerm>();
        foreach (var written in Split(text, fields))
        {
            if (Term(written, fields, call) is not { } term)
                return Envelope.Fail(400, Texts.Malformed,
                    $"the filter \"{written}\" is not known here, or has an operator or value that is not allowed");
            terms.Add(term);
        }
        return new Filters(terms, Includes.IsTrue(call, "orParams"));
    }

    public bool Accept(Node node)
    {
        if (Terms.Count == 0) return true;
        foreach (var term in Terms)
            if (term.Test(node) == Any) return Any;
        return !Any;
    }

    /// <summary>A comma separates only where a known name and an operator follow; any other belongs to the value.</summary>
    private static List<string> Split(string text, IReadOnlyList<FilterField> fields)
    {
        var terms = new List<string>();
        foreach (var piece in text.Split(','))
        {
            if (terms.Count == 0 || Field(piece, fields, out _) is not null) terms.Add(piece);
            else terms[^1] += "," + piece;
        }
        return terms;
    }

    private static FilterTerm? Term(string written, IReadOnlyList<FilterField> fields, Call call)
    {
        if (Field(written, fields, out var at) is not { } field || !field.Operators.Contains(written[at], StringComparison.Ordinal))
            return null;
        var value = written[(at + 1)..];
        return field.Test(written[at], value, call) is { } test ? new FilterTerm(field, written[at], value, test) : null;
    }

    // tcex writes host.dnsActive, group.dateAdded and the like.
    private static FilterField? Field(string written, IReadOnlyList<FilterField> fields, out int at)
    {
        at = written.AsSpan().IndexOfAny(Signs);
        if (at < 1) return null;
        var name = written[..at].Trim();
        var dot = name.LastIndexOf('.');
        if (dot >= 0) name = name[(dot + 1)..];
        return fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)
            && (dot >= 0 || !field.Prefixed));
    }
}
