using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests.Batch;

/// <summary>The content of a batch file, or the error that refuses it.</summary>
sealed record BatchFile
{
    /// <summary>Indicators and groups in the order of the file.</summary>
    public IReadOnlyList<BatchItem> Items { get; init; } = [];

    public IReadOnlyList<AssociationInput> Associations { get; init; } = [];

    public int Indicators { get; init; }

    /// <summary>The error that refuses the whole file.</summary>
    public BatchError? Refusal { get; init; }
}

/// <summary>An indicator or a group of a file.</summary>
abstract record BatchItem
{
    /// <summary>The name in errors: xid or value.</summary>
    public required string Source { get; init; }

    /// <summary>The error when the item is invalid.</summary>
    public BatchError? Failure { get; init; }

    public string? Xid { get; init; }

    public long? Added { get; init; }

    public long? Modified { get; init; }

    public IReadOnlyList<AttributeInput> Attributes { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<LabelInput> Labels { get; init; } = [];

    /// <summary>The xids of its groups.</summary>
    public IReadOnlyList<string> GroupXids { get; init; } = [];

    public abstract bool IsIndicator { get; }
}

sealed record IndicatorItem : BatchItem
{
    public IndicatorType Type { get; init; } = IndicatorType.Host;

    /// <summary>The canonical parts of the value.</summary>
    public string?[] Parts { get; init; } = [null, null, null];

    public short? Rating { get; init; }

    public short? Confidence { get; init; }

    public string? Description { get; init; }

    public string? SourceText { get; init; }

    public bool? Active { get; init; }

    public bool? ActiveLocked { get; init; }

    public bool? Private { get; init; }

    public bool? DnsActive { get; init; }

    public bool? WhoisActive { get; init; }

    public long? Size { get; init; }

    /// <summary>The ids of its groups (V1).</summary>
    public IReadOnlyList<long> GroupIds { get; init; } = [];

    public IReadOnlyList<OccurrenceInput> Occurrences { get; init; } = [];

    public override bool IsIndicator => true;
}

sealed record GroupItem : BatchItem
{
    public GroupType Type { get; init; } = GroupType.Incident;

    public string Name { get; init; } = "";

    /// <summary>Computes the details from the existing ones, if any.</summary>
    public Func<GroupDetails?, GroupDetails?> Details { get; init; } = details => details;

    public IReadOnlyList<(string Type, string Summary)> Indicators { get; init; } = [];

    public override bool IsIndicator => false;
}

sealed record AttributeInput(string Type, string Value, bool Displayed, string? Source, IReadOnlyList<LabelInput> Labels);

sealed record LabelInput(string Name, string? Description, string? Color);

sealed record OccurrenceInput(string? FileName, string? Path, long? Date);

/// <summary>One end of an association: an id, a value or an xid.</summary>
sealed record EndInput(long? Id, string? Ref, string? Type);

sealed record AssociationInput(int Position, EndInput One, EndInput Other, string? Type);
