namespace Emulation.Graphs.ThreatConnect;

/// <summary>A task. Moments are seconds since 1970.</summary>
sealed record WorkflowTask : Node
{
    public static Index<WorkflowTask, IdKey> ById { get; } = new(item => new IdKey(0, item.Id));

    public static Index<WorkflowTask, IdKey> ByOwner { get; } = new(item => new IdKey(item.Owner, item.Id));

    public static Index<WorkflowTask, TextKey> ByName { get; } = new(item => TextKey.IgnoringCase(item.Owner, item.Name, item.Id));

    public static Kind NodeKind { get; } = new(6, "task", ById, ByOwner, ByName);

    public override Kind Kind => NodeKind;

    public override long LinkTie => Id;

    public required long Id { get; init; }

    public required int Owner { get; init; }

    public required string Name { get; init; }

    public required long Added { get; init; }

    /// <summary>Null until the first update.</summary>
    public long? Modified { get; init; }

    public string Status { get; init; } = NotStarted;

    public bool Escalated { get; init; }

    public bool Reminded { get; init; }

    public long? Due { get; init; }

    public long? Reminder { get; init; }

    public long? Escalation { get; init; }

    public const string NotStarted = "Not Started";
    public const string Completed = "Completed";

    public static IReadOnlyList<string> Statuses { get; } = [NotStarted, "In Progress", Completed, "Waiting on Someone", "Deferred"];

    public bool IsOverdue(long now) => Due < now && Status != Completed;
}
