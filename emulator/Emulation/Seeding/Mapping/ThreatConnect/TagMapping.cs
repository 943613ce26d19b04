using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

static class TagMapping
{
    public static void Add(ThreatConnectReader read)
    {
        var at = new RowPlace("tags");
        foreach (var row in at.Each(read.File.Tags))
        {
            var tag = ToNode(read, row, at);
            if (!read.TagsAndLabels.TryAdd(tag)) throw at.Error($"has the name of another tag of its owner, \"{row.Name}\"");
            read.Graph.Add(tag);
        }
    }

    public static Tag ToNode(ThreatConnectReader read, TagRow row, RowPlace at)
    {
        var owner = read.Accounts.Owner(row.Owner, at);
        if (row.Name.Length is 0 or > Tag.LongestName)
            throw at.Error($"has a name of {row.Name.Length} characters; a tag has 1 to {Tag.LongestName}");
        return new Tag { Owner = owner.Id, Name = row.Name, Description = row.Description };
    }

    public static TagRow ToRow(Tag tag, ThreatConnectWriter write) =>
        new() { Owner = write.OwnerName(tag.Owner), Name = tag.Name, Description = tag.Description };
}
