using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>Imports many mappings at once: all of them, or none when one is invalid.</summary>
static class StubImport
{
    public static Reply Import(Call call, WorldStubs stubs)
    {
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        if (!body.Has("mappings")) body.Wrong("mappings", "is missing");
        var read = body.Each("mappings").Select(one => stubs.Reader.Read(one.Value, one.Pointer, defects)).ToList();
        // The member meta is accepted so that a listing of WireMock can be sent unchanged.
        body.Object("meta");
        var options = body.Object("importOptions");
        var keepExisting = options?.OneOf("duplicatePolicy", "OVERWRITE", "IGNORE") == 1;
        var deleteOthers = options?.Flag("deleteAllNotInImport") ?? false;
        options?.Close();
        body.Close();
        if (defects.First is { } defect) return AdminReplies.Wrong(defect);
        return stubs.Change(now => Merged(now, read, keepExisting, deleteOthers) is { All.Count: <= MatchLimits.Stubs } merged
            ? (merged, AdminReplies.Done)
            : (now, AdminReplies.TooMany));
    }

    private static StubSet Merged(StubSet now, List<Stub> read, bool keepExisting, bool deleteOthers)
    {
        var kept = new HashSet<Guid>();
        // From last to first, as in WireMock: of two matching mappings with equal priority, the one listed first answers.
        foreach (var stub in Enumerable.Reverse(read))
        {
            var old = stub.Id == Guid.Empty ? null : now.Find(stub.Id);
            var added = old ?? stub;
            if (old is null) now = now.With(stub, out added);
            else if (!keepExisting) now = now.Replaced(old, stub, out added);
            kept.Add(added.Id);
        }
        return deleteOthers ? now.All.Where(stub => !kept.Contains(stub.Id)).Aggregate(now, (set, stub) => set.Without(stub)) : now;
    }
}
