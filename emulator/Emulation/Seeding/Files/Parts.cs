using Emulation.Graphs;

namespace Emulation.Seeding.Files;

/// <summary>Turns the rows of a dataset file into nodes and links, one API after the other.</summary>
static class Parts
{
    /// <summary>Takes the rows out of the file.</summary>
    /// <exception cref="RowError">A row contradicts the format or another row.</exception>
    public static void Add(DatasetFile file, GraphBuilder graph)
    {
        ThreatConnectPart.Add(file, graph);
        // Rows are larger than what they become: those of one API go before the next one's nodes come.
        (file.Groups, file.Indicators, file.Tasks, file.Victims, file.Contents) = ([], [], [], [], []);
        DesoPart.Add(file, graph);
        (file.Profiles, file.Posts, file.UserAssociations, file.PostAssociations) = ([], [], [], []);
        ThreatWindsPart.Add(file, graph);
        (file.Entities, file.EntityRelations, file.EntityReports, file.EntityRelationReports) = (null, null, null, null);
        NoteLastIds(file, graph);
    }

    private static void NoteLastIds(DatasetFile file, GraphBuilder graph)
    {
        foreach (var (name, id) in file.LastIds ?? new Dictionary<string, long>(StringComparer.Ordinal))
        {
            var kind = Model.Schema.Kinds.FirstOrDefault(known => known.Name == name)
                ?? throw new RowError("lastIds", RowError.Whole, $"\"{name}\" is no kind; there are {string.Join(", ", Model.Schema.Kinds.Select(known => known.Name))}");
            if (id < 0 || !IdLimit.Allows(kind, id, file.Complete)) throw new RowError("lastIds", RowError.Whole, $"the last id of {name}, {id}, must be 0 to {IdLimit.Of(kind, file.Complete)}");
            graph.NoteId(kind, id);
        }
    }
}
