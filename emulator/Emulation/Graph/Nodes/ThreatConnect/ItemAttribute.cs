namespace Emulation.Graphs.ThreatConnect;

/// <summary>An attribute of a group, indicator, task or victim. Deleted with its item.</summary>
sealed record ItemAttribute : Node
{
    public static Index<ItemAttribute, IdKey> ById { get; } = new(item => new IdKey(0, item.Id));

    public static Index<ItemAttribute, NewestKey> OfItem { get; } = new(item => new NewestKey(item.Item, item.Added, item.Id));

    public static Kind NodeKind { get; } = new(9, "attribute", ById, OfItem);

    public override Kind Kind => NodeKind;

    public override long LinkOrder => -Added;

    public override long LinkTie => Id;

    public required long Id { get; init; }

    /// <summary>The item's graph key.</summary>
    public required int Item { get; init; }

    public required string Type { get; init; }

    public required string Value { get; init; }

    public string? Source { get; init; }

    /// <summary>The one of its type that the item itself shows; only descriptions and sources can be.</summary>
    public bool Displayed { get; init; }

    public required long Added { get; init; }

    public required long Modified { get; init; }

    public string? Xid { get; init; }
}

/// <summary>What attributes of a type are.</summary>
sealed record AttributeType(string Name, string Description, int MaxSize = 65535, bool AllowMarkdown = true)
{
    public const string DescriptionName = "Description";
    public const string SourceName = "Source";

    /// <summary>What is said when a value is refused.</summary>
    public string ErrorMessage { get; init; } = $"Please enter a valid {Name}.";

    /// <summary>What a value may be; empty: any text.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    public bool CanBeDisplayed => Name is DescriptionName or SourceName;

    public bool Accepts(string value) => value.Length <= MaxSize && (Options.Count == 0 || Options.Contains(value, StringComparer.Ordinal));
}

/// <summary>The types of attribute that an instance knows.</summary>
sealed class AttributeTypes
{
    private readonly Dictionary<string, AttributeType> _byName;

    /// <param name="types">The known ones.</param>
    /// <param name="open">Whether other types may be used as well.</param>
    public AttributeTypes(IEnumerable<AttributeType> types, bool open = false)
    {
        All = [.. types];
        Open = open;
        _byName = All.ToDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);
    }

    public static AttributeTypes BuiltIn { get; } = new(
    [
        new("Additional Analysis and Context", "Further analysis of the item."),
        new("Capabilities", "What an adversary or tool is able to do."),
        new("Course of Action Recommendation", "What to do about it."),
        new(AttributeType.DescriptionName, "What the item is."),
        new("Detection Tips", "How to find it."),
        new("External ID", "The item's id in another system.", 500, false),
        new("External References", "Where more can be read."),
        new("Impact Description", "What it does to those it hits."),
        new("Infrastructure Type", "What kind of infrastructure it is.", 500, false),
        new("Malware Family", "The family that malware belongs to.", 500, false),
        new("Phase of Intrusion", "The phase of the kill chain.", 500, false)
        {
            ErrorMessage = "Please select a valid Phase of Intrusion.",
            Options = ["Reconnaissance", "Weaponization", "Delivery", "Exploitation", "Installation", "C2", "Actions on Objectives"],
        },
        new(AttributeType.SourceName, "Where the information comes from."),
        new("Source Date Time", "When the source says so.", 500, false),
        new("Targeted Industry Sector", "Who is attacked.", 500, false),
    ]);

    public IReadOnlyList<AttributeType> All { get; }

    public bool Open { get; }

    /// <summary>The type of this name in any letter case; null when the instance knows none.</summary>
    public AttributeType? Find(string name)
    {
        if (_byName.TryGetValue(name, out var known)) return known;
        return Open && name.Length > 0 ? new AttributeType(name, "") : null;
    }
}
