using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>
/// Adds attributes, tags and labels of batch items by the job's write types. An item is saved without those that are refused.
/// </summary>
sealed class BatchParts(Graph graph, BatchTerms terms, AttributeTypes types)
{
    private readonly Dictionary<string, SecurityLabel> _newLabels = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Labels that the file describes and the owner does not have.</summary>
    public IReadOnlyCollection<SecurityLabel> NewLabels => _newLabels.Values;

    /// <summary>The error of the first refused part, or null.</summary>
    public BatchError? Add(PendingItem pendingItem, BatchItem item)
    {
        string? wrong = null;
        if (terms.Attributes != AttributeWrite.Static) AddAttributes(pendingItem, item, ref wrong);
        AddTags(pendingItem, item, ref wrong);
        AddLabels(pendingItem, item, ref wrong);
        return wrong is null ? null : BatchErrors.Loss(item.IsIndicator, item.Source, $"{item.Source}: {wrong}");
    }

    private void AddAttributes(PendingItem pendingItem, BatchItem item, ref string? wrong)
    {
        if (terms.Attributes == AttributeWrite.Replace)
        {
            pendingItem.DropsAttributes = true;
            pendingItem.Attributes.Clear();
            pendingItem.Displayed.Clear();
        }
        var accepted = new List<AttributeInput>(item.Attributes.Count);
        foreach (var given in item.Attributes)
        {
            if (Refuse(given, out var type) is { } reason)
            {
                wrong ??= reason;
                continue;
            }
            var displayed = given.Displayed && type!.CanBeDisplayed;
            accepted.Add(given with { Type = type!.Name, Displayed = displayed, Labels = [.. Accepted(given.Labels, ref wrong)] });
        }
        if (terms.Attributes == AttributeWrite.Singleton)
        {
            foreach (var type in accepted.Select(one => one.Type).Distinct(StringComparer.Ordinal))
            {
                pendingItem.DropsTypes.Add(type);
                pendingItem.Attributes.RemoveAll(one => one.Type == type);
            }
        }
        pendingItem.Attributes.AddRange(accepted);
        if (item is not IndicatorItem indicator) return;
        Display(pendingItem, accepted, AttributeType.DescriptionName, indicator.Description);
        Display(pendingItem, accepted, AttributeType.SourceName, indicator.SourceText);
    }

    // A bulk report has the description as a member and as an attribute; as a batch file it creates one attribute.
    private static void Display(PendingItem pendingItem, List<AttributeInput> accepted, string type, string? value)
    {
        if (value is not null && !accepted.Exists(one => one.Type == type && one.Displayed && one.Value == value))
            pendingItem.Displayed[type] = value;
    }

    private string? Refuse(AttributeInput given, out AttributeType? type)
    {
        type = types.Find(given.Type);
        if (type is null) return $"{Texts.AttributeTypeNotFound} ({BatchItemReader.Shortened(given.Type)})";
        if (given.Value.Length == 0) return Texts.AttributeWithoutValue;
        return type.Accepts(given.Value) ? null : type.ErrorMessage;
    }

    private void AddTags(PendingItem pendingItem, BatchItem item, ref string? wrong)
    {
        if (terms.IsV2 && !terms.AppendTags)
        {
            pendingItem.DropsTags = true;
            pendingItem.Tags.Clear();
        }
        foreach (var tag in item.Tags)
        {
            if (tag.Length is > 0 and <= Tag.LongestName) pendingItem.Tags.Add(tag);
            else wrong ??= Texts.Length("name", "Tag", 1, Tag.LongestName);
        }
    }

    private void AddLabels(PendingItem pendingItem, BatchItem item, ref string? wrong)
    {
        if (!terms.IsV2) return;
        if (!terms.AppendLabels)
        {
            pendingItem.DropsLabels = true;
            pendingItem.Labels.Clear();
        }
        foreach (var label in Accepted(item.Labels, ref wrong)) pendingItem.Labels.Add(label.Name);
    }

    private List<LabelInput> Accepted(IReadOnlyList<LabelInput> labels, ref string? wrong)
    {
        var accepted = new List<LabelInput>(labels.Count);
        foreach (var label in labels)
        {
            if (IsKnown(label)) accepted.Add(label);
            else wrong ??= $"The security label {BatchItemReader.Shortened(label.Name)} was not found";
        }
        return accepted;
    }

    /// <summary>A missing label is created if the file describes it in full.</summary>
    private bool IsKnown(LabelInput label)
    {
        if (label.Name.Length == 0) return false;
        if (SecurityLabel.Find(graph, terms.Owner, label.Name) is not null || _newLabels.ContainsKey(label.Name)) return true;
        if (label.Description is null || label.Color is not { Length: 6 } color || !color.All(char.IsAsciiHexDigit)) return false;
        _newLabels.Add(label.Name,
            new SecurityLabel { Owner = terms.Owner, Name = label.Name, Description = label.Description, Color = color, Added = 0 });
        return true;
    }
}
