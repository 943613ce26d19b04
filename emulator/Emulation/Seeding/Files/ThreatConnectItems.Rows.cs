using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Seeding.Files;

sealed partial class ThreatConnectItems
{
    private void AddGroup(GroupRow row, int position)
    {
        if (GroupType.Find(row.Type) is not { } type)
            throw new RowError("groups", position, $"has the type \"{row.Type}\"; allowed are {string.Join(", ", GroupType.All.Select(known => known.Name))}");
        if (row.Name.Length == 0) throw new RowError("groups", position, "has no name");
        if (row.Xid is not null && !_xids.Add(row.Xid)) throw new RowError("groups", position, $"has the xid of another group, \"{row.Xid}\"");
        var owner = owners.Find(row.Owner, "groups", position);
        var added = Seconds(row.DateAdded);
        var group = graph.Add(new Group
        {
            Id = ItemId(Group.NodeKind, row.Id, Groups, "groups", position),
            Owner = owner.Id,
            Type = type,
            Name = row.Name,
            Added = added,
            Modified = Moment(row.LastModified) ?? added,
            CreatedBy = row.CreatedBy,
            Xid = row.Xid,
            Details = Details(type, row, _contents.Of(row.Id), added, position),
        });
        Groups.Add(group.Id, group);
        AddParts(group, owner.Id, row, TagGroup, LabelGroup, "groups", position);
        if (row.Assets.Count > 0 && type != GroupType.Adversary) throw new RowError("groups", position, "has assets, which only adversaries have");
        foreach (var asset in row.Assets)
        {
            var kind = AdversaryAssetType.All.FirstOrDefault(known => string.Equals(known.Branch, asset.Type, StringComparison.OrdinalIgnoreCase))
                ?? throw new RowError("groups", position, $"has an asset of the type \"{asset.Type}\"; allowed are {string.Join(", ", AdversaryAssetType.All.Select(known => known.Branch))}");
            graph.Add(new AdversaryAsset { Id = PartId(AdversaryAsset.NodeKind, asset.Id, "groups", position), Adversary = group.Key, Type = kind, Value = asset.Value });
        }
    }

    private GroupDetails? Details(GroupType type, GroupRow row, byte[]? whole, long added, int position)
    {
        if (type == GroupType.Campaign) return new CampaignDetails(Moment(row.FirstSeen));
        if (type == GroupType.Email)
            return new EmailDetails { To = row.To, From = row.From, Subject = row.Subject ?? "", Header = row.Header ?? "", Body = row.Body ?? "", Score = row.Score };
        if (type == GroupType.Event) return new EventDetails(Moment(row.EventDate) ?? added, OneOf(row.Status, EventDetails.EventStatuses, "status", position));
        if (type == GroupType.Incident) return new EventDetails(Moment(row.EventDate) ?? added, OneOf(row.Status, EventDetails.IncidentStatuses, "status", position));
        if (type == GroupType.Signature)
            return new SignatureDetails(row.FileName ?? "", OneOf(row.FileType ?? "YARA", SignatureDetails.FileTypes, "fileType", position)!, row.FileText ?? "");
        if (type != GroupType.Document && type != GroupType.Report) return null;
        var content = row.Content is null ? whole : ContentParts.Decoded(row.Content, "groups", position);
        return new FileDetails
        {
            FileName = row.FileName ?? "",
            FileSize = row.FileSize ?? (file.Complete ? null : content?.LongLength),
            Status = OneOf(row.Status, FileStatus.All, "status", position) ?? (content is null ? FileStatus.AwaitingUpload : FileStatus.Success),
            Malware = row.Malware,
            Password = row.Password,
            PublishDate = Moment(row.PublishDate),
            Content = content,
        };
    }

    private static string? OneOf(string? value, IReadOnlyList<string> allowed, string member, int position, string array = "groups")
    {
        if (value is null) return null;
        return allowed.FirstOrDefault(known => string.Equals(known, value, StringComparison.OrdinalIgnoreCase))
            ?? throw new RowError(array, position, $"has the {member} \"{value}\"; allowed are {string.Join(", ", allowed)}");
    }

    private void AddIndicator(IndicatorRow row, int position)
    {
        var type = TypeOf(row.Type, "indicators", position);
        var values = ValuesOf(type, row, position);
        if (row.Rating is < 0 or > 5) throw new RowError("indicators", position, $"has the rating {row.Rating}; allowed are 0 to 5");
        if (row.Confidence is < 0 or > 100) throw new RowError("indicators", position, $"has the confidence {row.Confidence}; allowed are 0 to 100");
        var owner = owners.Find(row.Owner, "indicators", position);
        foreach (var value in file.Complete ? [] : type == IndicatorType.File ? values.OfType<string>() : [string.Join(IndicatorType.Separator, values)])
            if (!_values.Add($"{owner.Id} {type.Number} {value}")) throw new RowError("indicators", position, $"has the value of another {type.Name} of its owner, \"{value}\"");
        var added = Seconds(row.DateAdded);
        var indicator = graph.Add(new Indicator
        {
            Id = ItemId(Indicator.NodeKind, row.Id, Indicators, "indicators", position),
            Owner = owner.Id,
            Type = type,
            Value1 = values[0],
            Value2 = values[1],
            Value3 = values[2],
            Added = added,
            Modified = Moment(row.LastModified) ?? added,
            Rating = Hundredths(row.Rating),
            Confidence = (short?)row.Confidence ?? Indicator.Unset,
            ThreatRating = Hundredths(InRange(row.ThreatAssessRating, "threatAssessRating", 100, position)),
            ThreatConfidence = Hundredths(InRange(row.ThreatAssessConfidence, "threatAssessConfidence", 100, position)),
            ThreatScore = (short?)InRange(row.ThreatAssessScore, "threatAssessScore", short.MaxValue, position) ?? Indicator.Unset,
            CalScore = (short?)InRange(row.CalScore, "calScore", short.MaxValue, position) ?? Indicator.Unset,
            CalStatus = (short?)InRange(row.CalIndicatorStatus, "calIndicatorStatus", short.MaxValue, position) ?? Indicator.Unset,
            Flags = Flag(row.Active, IndicatorFlags.Active) | Flag(row.ActiveLocked, IndicatorFlags.ActiveLocked) | Flag(row.PrivateFlag, IndicatorFlags.Private)
                | Flag(row.DnsActive, IndicatorFlags.DnsActive) | Flag(row.WhoisActive, IndicatorFlags.WhoisActive),
            Size = row.Size ?? Indicator.Unset,
            Source = row.Source ?? Displayed(row, AttributeType.SourceName),
            Description = row.Description ?? Displayed(row, AttributeType.DescriptionName),
            Xid = row.Xid,
            Sightings = SightingsOf(row, file.Complete ? 0 : added),
        });
        Indicators.Add(indicator.Id, indicator);
        AddParts(indicator, owner.Id, row, TagIndicator, LabelIndicator, "indicators", position);
        AddSightings(indicator, row, position);
        foreach (var occurrence in row.FileOccurrences)
        {
            if (type != IndicatorType.File) throw new RowError("indicators", position, "has file occurrences, which only files have");
            graph.Add(new FileOccurrence
            {
                Id = PartId(FileOccurrence.NodeKind, occurrence.Id, "indicators", position),
                File = indicator.Key,
                FileName = occurrence.FileName,
                Path = occurrence.Path,
                Date = Moment(occurrence.Date),
            });
        }
    }

    private static string?[] ValuesOf(IndicatorType type, IndicatorRow row, int position)
    {
        if (row.Values.Count == 0)
            return IndicatorValues.Split(type, row.Summary) ?? throw new RowError("indicators", position, $"has the summary \"{row.Summary}\", which is no valid {type.Name}");
        var parts = new string?[3];
        for (var i = 0; i < row.Values.Count && i < 3; i++) parts[i] = row.Values[i].Length == 0 ? null : row.Values[i];
        var whole = type == IndicatorType.File
            ? Array.Exists(parts, part => part is not null) && parts.Index().All(part => part.Item is null || IndicatorValues.Canonical(type, part.Index, part.Item) == part.Item)
            : parts[0] is not null && parts.Skip(type.Values.Length).All(part => part is null);
        return whole && row.Values.Count <= 3 ? parts : throw new RowError("indicators", position, $"has values that make no {type.Name}");
    }

    private static decimal? InRange(decimal? value, string member, int most, int position) =>
        value is < 0 || value > most ? throw new RowError("indicators", position, $"has the {member} {value}; allowed are 0 to {most}") : value;

    private static Sightings? SightingsOf(IndicatorRow row, long otherwise) => row is { ObservationCount: 0, FalsePositiveCount: 0 } ? null
        : new Sightings(row.ObservationCount, Moment(row.LastObserved) ?? otherwise, row.FalsePositiveCount, Moment(row.FalsePositiveLastReported) ?? otherwise);

    private void AddSightings(Indicator indicator, IndicatorRow row, int position)
    {
        foreach (var seen in row.Observations)
        {
            graph.Add(new Observation
            {
                Id = PartId(Observation.NodeKind, seen.Id, "indicators", position),
                Indicator = indicator.Key,
                User = owners.FindUser(seen.User, "indicators", position).Id,
                Count = seen.Count,
                At = Seconds(seen.Date),
            });
        }
        foreach (var report in row.FalsePositives)
        {
            graph.Add(new FalsePositive
            {
                Id = PartId(FalsePositive.NodeKind, report.Id, "indicators", position),
                Indicator = indicator.Key,
                User = owners.FindUser(report.User, "indicators", position).Id,
                At = Seconds(report.Date),
            });
        }
    }

    private static IndicatorFlags Flag(bool on, IndicatorFlags flag) => on ? flag : IndicatorFlags.None;

    private static short Hundredths(decimal? value) => value is { } given ? (short)decimal.Round(given * 100, MidpointRounding.AwayFromZero) : Indicator.Unset;

    private IndicatorType TypeOf(string spelling, string array, int position) => instance.IndicatorTypes.Find(spelling)
        ?? throw new RowError(array, position, $"has the type \"{spelling}\"; allowed are {string.Join(", ", instance.IndicatorTypes.All.Select(known => known.Name))}");

    private void AddTask(TaskRow row, int position)
    {
        if (row.Name.Length == 0) throw new RowError("tasks", position, "has no name");
        var owner = owners.Find(row.Owner, "tasks", position);
        var task = graph.Add(new WorkflowTask
        {
            Id = ItemId(WorkflowTask.NodeKind, row.Id, Tasks, "tasks", position),
            Owner = owner.Id,
            Name = row.Name,
            Added = Seconds(row.DateAdded),
            Modified = Moment(row.LastModified),
            Status = OneOf(row.Status, WorkflowTask.Statuses, "status", position, "tasks")!,
            Escalated = row.Escalated,
            Reminded = row.Reminded,
            Due = Moment(row.DueDate),
            Reminder = Moment(row.ReminderDate),
            Escalation = Moment(row.EscalationDate),
        });
        Tasks.Add(task.Id, task);
        AddParts(task, owner.Id, row, TagTask, LabelTask, "tasks", position);
        foreach (var name in row.Assignees.Distinct(StringComparer.Ordinal)) graph.Link(task, TaskAssignee, owners.FindUser(name, "tasks", position));
        foreach (var name in row.Escalatees.Distinct(StringComparer.Ordinal)) graph.Link(task, TaskEscalatee, owners.FindUser(name, "tasks", position));
    }

    private void AddVictim(VictimRow row, int position)
    {
        if (row.Name.Length == 0) throw new RowError("victims", position, "has no name");
        var owner = owners.Find(row.Owner, "victims", position);
        var victim = graph.Add(new Victim
        {
            Id = ItemId(Victim.NodeKind, row.Id, Victims, "victims", position),
            Owner = owner.Id,
            Name = row.Name,
            Description = row.Description ?? Displayed(row, AttributeType.DescriptionName),
            Org = row.Org,
            Suborg = row.Suborg,
            WorkLocation = row.WorkLocation,
            Nationality = row.Nationality,
        });
        var assets = new List<VictimAsset>();
        foreach (var asset in row.Assets)
        {
            var type = AssetType.ByBranch(asset.Type)
                ?? throw new RowError("victims", position, $"has an asset of the type \"{asset.Type}\"; allowed are {string.Join(", ", AssetType.All.Select(known => known.Branch))}");
            if (asset.Value.Length == 0) throw new RowError("victims", position, "has an asset without a value");
            var id = PartId(VictimAsset.NodeKind, asset.Id, "victims", position);
            assets.Add(graph.Add(new VictimAsset { Id = id, Victim = victim.Key, Type = type, Main = asset.Value, Detail = asset.Detail }));
            VictimAssets.Add(id, (victim, assets[^1]));
        }
        Victims.Add(victim.Id, (victim, assets));
        AddParts(victim, owner.Id, row, TagVictim, LabelVictim, "victims", position);
    }

    private void AddDeleted(DeletedIndicatorRow row, int position) => graph.Add(new DeletedIndicator
    {
        Id = PartId(DeletedIndicator.NodeKind, row.Id, "deletedIndicators", position),
        Owner = owners.Find(row.Owner, "deletedIndicators", position).Id,
        Type = TypeOf(row.Type, "deletedIndicators", position),
        Summary = row.Summary,
        At = Seconds(row.DateAdded),
    });
}
