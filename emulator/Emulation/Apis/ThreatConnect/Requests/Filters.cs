using System.Globalization;
using Emulation.Graphs;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>The index that a filter can use.</summary>
enum FilterIndex
{
    /// <summary>No index: each item is tested.</summary>
    None,

    /// <summary>The index of names or values.</summary>
    ByName,

    /// <summary>The index of dates of addition.</summary>
    ByDate,

    /// <summary>The index of active items. Such a filter also disables the default that only active items are listed.</summary>
    ByActivity,
}

/// <summary>A field by which lists can be filtered.</summary>
/// <param name="Name">The documented name.</param>
/// <param name="Operators">The supported operators.</param>
/// <param name="Test">Creates the condition for an operator and a value; null when the value is invalid.</param>
/// <param name="FilterIndex">The index that the filter can use.</param>
sealed record FilterField(
    string Name, string Operators, Func<char, string, Call, Func<Node, bool>?> Test, FilterIndex FilterIndex = FilterIndex.None)
{
    /// <summary>In lists of all types, a field of one type needs the type as a prefix (tcex's host.dnsActive).</summary>
    public bool Prefixed { get; init; }

    public static FilterField Text<TNode>(string name, string operators, Func<TNode, string?> of,
        FilterIndex index = FilterIndex.None) where TNode : Node =>
        new(name, operators, (character, value, _) => character switch
        {
            '=' => node => string.Equals(of((TNode)node), value, StringComparison.OrdinalIgnoreCase),
            '!' => node => !string.Equals(of((TNode)node), value, StringComparison.OrdinalIgnoreCase),
            _ => node => of((TNode)node)?.StartsWith(value, StringComparison.OrdinalIgnoreCase) == true,
        }, index);

    public static FilterField Bool<TNode>(
        string name, Func<TNode, Call, bool> of, FilterIndex index = FilterIndex.None) where TNode : Node =>
        new(name, "=", (_, value, call) => bool.TryParse(value, out var wanted) ? node => of((TNode)node, call) == wanted : null, index);

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

    public static FilterField Date<TNode>(string name, Func<TNode, long?> of, FilterIndex index = FilterIndex.None) where TNode : Node =>
        new(name, "<>", (character, value, _) =>
        {
            if (Moments.ParseInQuery(value) is not { } bound) return null;
            return character == '<' ? node => of((TNode)node) < bound : node => of((TNode)node) > bound;
        }, index);
}

/// <summary>One condition.</summary>
sealed record FilterTerm(FilterField Field, char Operator, string Value, Func<Node, bool> Test);

/// <summary>All conditions of a request.</summary>
/// <param name="Terms">The conditions in the order sent.</param>
/// <param name="Any">One fulfilled condition is enough.</param>
sealed record Filters(IReadOnlyList<FilterTerm> Terms, bool Any)
{
    private const string OperatorCharacters = "=<>^!";

    public static Filters None { get; } = new([], false);

    public static Result<Filters> Read(Call call, IReadOnlyList<FilterField> fields)
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

    /// <summary>A comma is a separator only if a known name and an operator follow; any other comma belongs to the value.</summary>
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

    // tcex sends names such as host.dnsActive and group.dateAdded.
    private static FilterField? Field(string written, IReadOnlyList<FilterField> fields, out int at)
    {
        at = written.AsSpan().IndexOfAny(OperatorCharacters);
        if (at < 1) return null;
        var name = written[..at].Trim();
        var dot = name.LastIndexOf('.');
        if (dot >= 0) name = name[(dot + 1)..];
        return fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)
            && (dot >= 0 || !field.Prefixed));
    }
}
