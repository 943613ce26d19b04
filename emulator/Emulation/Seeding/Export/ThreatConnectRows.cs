using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Export;

/// <summary>What ThreatConnect's items lean on: owners, types, tags and labels.</summary>
static class ThreatConnectRows
{
    public static IEnumerable<Section> Sections(Graph graph)
    {
        var (owners, instance) = (new OwnerNames(graph), Instance.Of(graph));
        return
        [
            Section.Of("owners", graph.All(Owner.ById).All().Cast<Owner>(), Write),
            Section.Of("indicatorTypes", instance.IndicatorTypes.All.Skip(IndicatorTypes.BuiltIn.All.Count), Write),
            Section.Of("associationTypes", instance.AssociationTypes.All.Skip(AssociationTypes.BuiltIn.All.Count), (pen, type) => Write(pen, type, instance)),
            Section.Of("attributeTypes", instance.AttributeTypes.All.Except(AttributeTypes.BuiltIn.All), Write),
            Section.Of("tags", graph.All(Tag.ByName).All().Cast<Tag>(), (pen, tag) => Write(pen, tag, owners)),
            Section.Of("securityLabels", graph.All(SecurityLabel.ByName).All().Cast<SecurityLabel>(), (pen, label) => Write(pen, label, owners)),
        ];
    }

    /// <summary>The first spelling by which the instance finds this type and no other.</summary>
    public static string Spelling(Instance instance, IndicatorType type)
    {
        string[] spellings = [type.Name, type.Branch, type.Entity];
        return Array.Find(spellings, spelling => instance.IndicatorTypes.Find(spelling) == type)
            ?? throw new InvalidOperationException($"The type {type.Name} cannot be found by any of its spellings.");
    }

    private static void Write(RowPen pen, Owner owner)
    {
        pen.Number("id", owner.Id);
        pen.Text("name", owner.Name);
        pen.Text("type", owner.Type.ToString());
        pen.Flag("anonymous", owner.Anonymous);
        pen.Flag("bulkCsv", owner.BulkCsv, otherwise: true);
        pen.Flag("bulkJson", owner.BulkJson, otherwise: true);
    }

    private static void Write(RowPen pen, IndicatorType type)
    {
        pen.Text("name", type.Name);
        pen.Text("branch", type.Branch);
        pen.Text("entity", type.Entity);
        pen.Flag("parsable", type.Parsable);
        pen.Text("casePreference", type.Case switch
        {
            CasePreference.Sensitive => "sensitive",
            CasePreference.Lower => "lower",
            CasePreference.Upper => "upper",
            _ => throw new InvalidOperationException($"{type.Name} has no case preference."),
        }, otherwise: "sensitive");
        pen.Rows("values", type.Values, value =>
        {
            pen.Text("label", value.Label);
            pen.Some("options", value.Options);
        });
    }

    private static void Write(RowPen pen, AssociationType type, Instance instance)
    {
        pen.Text("name", type.Name);
        pen.Text("branch", type.Branch);
        pen.Flag("fileAction", type.FileAction);
        pen.Pairs("joins", type.Pairs.Select(pair => (Spelling(instance, pair.One), Spelling(instance, pair.Other))));
    }

    private static void Write(RowPen pen, AttributeType type)
    {
        pen.Text("name", type.Name);
        pen.Text("description", type.Description, otherwise: "");
        pen.Number("maxSize", type.MaxSize, otherwise: 65535);
        pen.Flag("allowMarkdown", type.AllowMarkdown);
        pen.Text("errorMessage", type.ErrorMessage);
        pen.Some("options", type.Options);
    }

    private static void Write(RowPen pen, Tag tag, OwnerNames owners)
    {
        pen.Text("owner", owners[tag.Owner]);
        pen.Text("name", tag.Name);
        pen.Text("description", tag.Description);
    }

    private static void Write(RowPen pen, SecurityLabel label, OwnerNames owners)
    {
        pen.Text("owner", owners[label.Owner]);
        pen.Text("name", label.Name);
        pen.Text("description", label.Description);
        pen.Text("color", label.Color);
        pen.Moment("dateAdded", label.Added);
        pen.Flag("system", label.System);
    }
}
