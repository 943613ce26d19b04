using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>Security labels; every owner of a dataset that is not complete has the system's.</summary>
static class SecurityLabelMapping
{
    private const int ColorDigits = 6;

    public static void Add(ThreatConnectReader read)
    {
        var at = new RowPlace("securityLabels");
        foreach (var row in at.Each(read.File.SecurityLabels))
        {
            var label = ToNode(read, row, at);
            if (!read.TagsAndLabels.TryAdd(label)) throw at.Error($"has the name of another label of its owner, \"{row.Name}\"");
            read.Graph.Add(label);
        }
        if (read.Complete) return;
        foreach (var label in read.Accounts.Owners.SelectMany(owner => SecurityLabel.OfSystem(owner.Id)))
            if (read.TagsAndLabels.TryAdd(label)) read.Graph.Add(label);
    }

    public static SecurityLabelRow ToRow(SecurityLabel label, ThreatConnectWriter write) => new()
    {
        Owner = write.OwnerName(label.Owner),
        Name = label.Name,
        Description = label.Description,
        Color = label.Color,
        DateAdded = Moments.Of(label.Added),
        // Left out, the name decides; in a complete dataset it is false.
        System = label.System ? true : null,
    };

    public static SecurityLabel ToNode(ThreatConnectReader read, SecurityLabelRow row, RowPlace at)
    {
        if (row.Name.Length == 0) throw at.Error("has no name");
        if (row.Color is { } color && (color.Length != ColorDigits || !color.All(char.IsAsciiHexDigit)))
            throw at.Error($"has the color \"{color}\"; a color is six hexadecimal digits");
        var owner = read.Accounts.Owner(row.Owner, at);
        var system = read.Complete ? null : SecurityLabel.OfSystem(owner.Id)
            .FirstOrDefault(label => string.Equals(label.Name, row.Name, StringComparison.OrdinalIgnoreCase));
        return new SecurityLabel
        {
            Owner = owner.Id,
            Name = row.Name,
            Description = row.Description ?? system?.Description,
            Color = row.Color ?? system?.Color,
            Added = row.DateAdded is null && system is not null ? system.Added : read.SecondsOrStart(row.DateAdded),
            System = row.System ?? system is not null,
        };
    }
}
