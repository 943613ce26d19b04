using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>
/// Gathers the links that an item's row holds in one run over them. A link between two kinds is in the row of the later section, one
/// between two of a kind in the row with the greater id: an item that many are linked to stays a short row.
/// </summary>
sealed class LinkWriter(Graph graph)
{
    private readonly Instance _instance = Instance.Of(graph);

    public ItemLinks Of(Node item, long id)
    {
        var (links, victims, assets, joins) =
            (new ItemLinks(), new List<Victim>(), new List<VictimAsset>(), new List<(Relation By, long Indicator)>());
        foreach (var link in graph.LinksOf(item.Key))
        {
            var (other, relation, isFrom) = (graph[link.Other], link.End.Relation, link.End.Code == link.End.Relation.From.Code);
            switch (other)
            {
                case Tag tag when !isFrom:
                    links.Tags.Add(tag.Name);
                    break;
                case SecurityLabel label when !isFrom:
                    links.Labels.Add(label.Name);
                    break;
                case Group group when relation == GroupGroup && group.Id < id:
                    links.Groups.Add(group.Id);
                    break;
                case Group group when (relation == GroupIndicator || relation == GroupTask) && !isFrom:
                    links.Groups.Add(group.Id);
                    break;
                case Indicator indicator when relation == IndicatorIndicator ? indicator.Id < id : relation == IndicatorTask && !isFrom:
                    links.Indicators.Add(indicator.Id);
                    break;
                case Indicator indicator when Associated.Contains(relation) && indicator.Id < id:
                    joins.Add((relation, indicator.Id));
                    break;
                case WorkflowTask task when relation == TaskTask && task.Id < id:
                    links.Tasks.Add(task.Id);
                    break;
                case Victim victim when isFrom:
                    victims.Add(victim);
                    break;
                case VictimAsset asset when isFrom:
                    assets.Add(asset);
                    break;
                case User user when relation == TaskAssignee:
                    links.Assignees.Add(user.UserName);
                    break;
                case User user when relation == TaskEscalatee:
                    links.Escalatees.Add(user.UserName);
                    break;
            }
        }
        AddVictims(links, victims, assets);
        links.Associations.AddRange(joins.OrderBy(join => join.By.Number).ThenBy(join => join.Indicator)
            .Select(join => ToRow(join.By, join.Indicator)));
        links.Tags.Sort(StringComparer.Ordinal);
        links.Labels.Sort(StringComparer.Ordinal);
        foreach (var ids in new[] { links.Groups, links.Indicators, links.Tasks, links.Victims, links.VictimAssets }) ids.Sort();
        return links;
    }

    /// <summary>A victim alone means all of its assets.</summary>
    private void AddVictims(ItemLinks links, List<Victim> victims, List<VictimAsset> assets)
    {
        var byVictim = assets.ToLookup(asset => asset.Victim, asset => asset.Id);
        foreach (var victim in victims)
        {
            var linked = byVictim[victim.Key];
            var (first, last) = (new IdKey(victim.Key, long.MinValue), new IdKey(victim.Key, long.MaxValue));
            var owned = graph.Between(VictimAsset.OfVictim, first, last).Count;
            if (linked.Count() == owned) links.Victims.Add(victim.Id);
            else links.VictimAssets.AddRange(linked);
        }
    }

    private JoinRow ToRow(Relation relation, long indicator)
    {
        var type = _instance.AssociationTypes.All.First(known => known.Relation == relation);
        var isClear = LinkReader.AssociationOf(_instance, type.Branch, null) == type;
        return new JoinRow { Type = type.Branch, Indicator = indicator, FileAction = isClear ? null : type.FileAction };
    }
}
