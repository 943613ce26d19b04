using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Tests.Seeding;

/// <summary>
/// One number for all that a graph holds: its nodes in the order of their keys with every field, then every entry of its lists of links,
/// in order. Two graphs with one hash answer every request alike.
/// </summary>
static class GraphHash
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_fields = new();

    public static string Of(Graph graph)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new StringBuilder();
        for (var key = 1; key <= graph.LastKey; key++)
        {
            // Where a graph came from is no part of what it answers.
            if (graph.Find(key) is not { } node || node is Origin) continue;
            text.Append(node.Kind.Name).Append('#').Append(Number(key));
            Append(node, text);
            Flush(text, hash);
        }
        foreach (var kind in graph.Schema.Kinds.Where(kind => kind != Origin.NodeKind && graph.LastId(kind) + graph.Count(kind) > 0))
            text.Append(kind.Name).Append(Number(graph.Count(kind))).Append('/').Append(Number(graph.LastId(kind))).Append('\n');
        Flush(text, hash);
        foreach (var (key, end) in graph.LinkEntries)
        {
            text.Append(Number(key.Node)).Append(',').Append(Number(key.List)).Append(',').Append(Number(key.Order)).Append(',')
                .Append(Number(key.Tie));
            text.Append('>').Append(Number(end.Node)).Append(',').Append(Number(end.Via)).Append('\n');
            if (text.Length > 60_000) Flush(text, hash);
        }
        Flush(text, hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// A node's own fields as one text; its key, and the keys by which it names others, depend on how many nodes come before it.
    /// </summary>
    public static string OwnFields(Node node, params string[] without)
    {
        var text = new StringBuilder();
        foreach (var field in Fields(node.GetType()))
        {
            if (field.Name == nameof(Node.Key) || without.Contains(field.Name)) continue;
            AppendField(field, node, text);
        }
        return text.ToString();
    }

    private static void Append(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null: text.Append('~'); break;
            case string plain: text.Append('"').Append(plain).Append('"'); break;
            case FileContent file: Append(file.Bytes, text); break;
            case byte[] bytes: text.Append(Convert.ToHexStringLower(bytes)); break;
            case PublicKey key: text.Append(Convert.ToHexStringLower(key.Bytes)); break;
            case ExtraData extra: Append(extra.Entries, text); break;
            case Enum name: text.Append(name); break;
            case GroupType type: text.Append(type.Name); break;
            case IndicatorType type: text.Append(type.Name); break;
            case IndicatorTypes types: Append(types.All, text); break;
            case AssociationTypes types: Append(types.All.Select(type => type.Name), text); break;
            case AttributeTypes types: Append(types.All.Select(type => type.Name), text); break;
            case IReadOnlySet<string> set: Append(set.Order(StringComparer.Ordinal), text); break;
            case IFormattable number when value.GetType().IsPrimitive
                || value is Guid or decimal or DateTimeOffset: text.Append(number.ToString(null, CultureInfo.InvariantCulture)); break;
            case bool flag: text.Append(flag ? "yes" : "no"); break;
            case IEnumerable list:
                text.Append('[');
                foreach (var item in list) { Append(item, text); text.Append(','); }
                text.Append(']');
                break;
            default: AppendFields(value, text); break;
        }
        text.Append(';');
    }

    private static void AppendFields(object value, StringBuilder text)
    {
        if (value is System.Runtime.CompilerServices.ITuple tuple)
        {
            for (var i = 0; i < tuple.Length; i++) Append(tuple[i], text);
            return;
        }
        var fields = Fields(value.GetType());
        if (fields.Length == 0) throw new InvalidOperationException($"The hash does not know what a {value.GetType().Name} holds.");
        foreach (var field in fields) AppendField(field, value, text);
    }

    /// <summary>Members with their default value are left out, so that a new member does not change the hashes of older data.</summary>
    private static void AppendField(PropertyInfo field, object of, StringBuilder text)
    {
        var value = field.GetValue(of);
        if (value is null or false or 0 or 0L or 0UL or "" or ICollection { Count: 0 }) return;
        text.Append(field.Name).Append('=');
        Append(value, text);
    }

    /// <summary>
    /// Members that can be set; the others follow from them. Reports refer to what they are about, in the state that was reported: of that
    /// they have the members that they show.
    /// </summary>
    private static PropertyInfo[] Fields(Type type) => s_fields.GetOrAdd(type, static of =>
    [
        .. of.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetIndexParameters().Length == 0
                && (IsReport(of) && property.DeclaringType == of
                    ? property.Name is not (nameof(Node.Kind) or nameof(EntityReport.Reported))
                    : property.SetMethod is not null))
            .OrderBy(property => property.Name, StringComparer.Ordinal),
    ]);

    private static bool IsReport(Type type) => type == typeof(EntityReport) || type == typeof(RelationReport);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Flush(StringBuilder text, IncrementalHash hash)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        text.Clear();
    }
}
