using System.Text.Json;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Something that can be searched, in the shape of one page.</summary>
abstract class Document
{
    public abstract string Id { get; }

    /// <summary>The time it is sorted by; nanoseconds.</summary>
    public abstract long At { get; }

    /// <summary>How many times it was reported.</summary>
    public virtual int Version => 1;

    /// <summary>The values under a field of its <see cref="FieldSet"/>, or none.</summary>
    public abstract void Read(string field, List<FieldValue> values);

    /// <summary>All text that a search without a field looks at.</summary>
    public abstract IEnumerable<string> Texts();

    /// <summary>The members, without the braces.</summary>
    public abstract void Write(Utf8JsonWriter json, Source source);

    public List<FieldValue> Values(string field)
    {
        var values = new List<FieldValue>(1);
        Read(field, values);
        return values;
    }

    protected static void Attributes(Utf8JsonWriter json, IReadOnlyList<EntityAttribute> attributes, string type, Source source, string prefix = "")
    {
        if (ReferenceEquals(source, Source.All))
        {
            EntityJson.Attributes(json, attributes);
            return;
        }
        var shown = attributes.Where(attribute => source.ShowsAttribute(prefix, attribute.Name, type)).ToList();
        if (shown.Count > 0) EntityJson.Attributes(json, shown);
    }
}
