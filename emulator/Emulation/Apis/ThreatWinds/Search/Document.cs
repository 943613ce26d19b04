using System.Text.Json;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>A searchable document, in the format of one page.</summary>
abstract class Document
{
    public abstract string Id { get; }

    /// <summary>The time by which documents are sorted, in nanoseconds.</summary>
    public abstract long At { get; }

    /// <summary>The number of reports.</summary>
    public virtual int Version => 1;

    /// <summary>Adds the values of a field of its <see cref="FieldSet"/>.</summary>
    public abstract void Read(string field, List<FieldValue> values);

    /// <summary>The texts that a search without a field examines.</summary>
    public abstract IEnumerable<string> Texts();

    /// <summary>Writes the members without the braces.</summary>
    public abstract void Write(Utf8JsonWriter json, SourceFilter source);

    public List<FieldValue> Values(string field)
    {
        var values = new List<FieldValue>(1);
        Read(field, values);
        return values;
    }

    protected static void Attributes(
        Utf8JsonWriter json, IReadOnlyList<EntityAttribute> attributes, string type, SourceFilter source, string prefix = "")
    {
        if (ReferenceEquals(source, SourceFilter.All))
        {
            EntityJson.Attributes(json, attributes);
            return;
        }
        var included = attributes.Where(attribute => source.IncludesAttribute(prefix, attribute.Name, type)).ToList();
        if (included.Count > 0) EntityJson.Attributes(json, included);
    }
}
