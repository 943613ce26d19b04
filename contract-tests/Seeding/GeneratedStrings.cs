using System.Collections;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Tests.Seeding;

/// <summary>
/// Every text in the members of a node, those of nested records and lists included; bytes that are UTF-8 are texts as well.
/// </summary>
static class GeneratedStrings
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_members = new();
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    public static IEnumerable<string> Of(Node node) => OfMembers(node);

    private static IEnumerable<string> OfValue(object? value)
    {
        if (value is null || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || value is Guid or decimal) return [];
        if (value is string text) return [text];
        if (value is FileContent file) return TextsOf(file.Bytes);
        if (value is byte[] bytes) return TextOf(bytes) is { } decoded ? [decoded] : [];
        if (value is IEnumerable items) return items.Cast<object?>().SelectMany(OfValue);
        if (value is ITuple tuple) return Enumerable.Range(0, tuple.Length).SelectMany(at => OfValue(tuple[at]));
        return OfMembers(value);
    }

    private static IEnumerable<string> OfMembers(object value) =>
        s_members.GetOrAdd(value.GetType(), MembersOf).SelectMany(member => OfValue(member.GetValue(value)));

    /// <summary>The texts of a document: the lines of a PDF, the parts of a package that needs no password, or the whole.</summary>
    private static string[] TextsOf(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("%PDF"u8))
            return [.. Encoding.Latin1.GetString(bytes).Split('\n').Where(line => line.EndsWith(") Tj ET", StringComparison.Ordinal)).Select(LineOf)];
        if (!bytes.AsSpan().StartsWith("PK"u8)) return [s_strict.GetString(bytes)];
        if ((bytes[6] & 1) == 1) return [];
        using var package = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return [.. package.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        })];
    }

    private static string LineOf(string operators) => operators[(operators.IndexOf('(', StringComparison.Ordinal) + 1)..^7];

    /// <summary>Types of items belong to the schema, not to the data.</summary>
    private static PropertyInfo[] MembersOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(member => member.SetMethod is not null && member.GetIndexParameters().Length == 0
                && !typeof(ItemType).IsAssignableFrom(member.PropertyType)),
    ];

    /// <summary>Null for hashes, keys and other bytes that are no text.</summary>
    private static string? TextOf(byte[] bytes)
    {
        if (bytes.Any(one => one is < 0x20 and not (byte)'\n' and not (byte)'\r' and not (byte)'\t')) return null;
        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
