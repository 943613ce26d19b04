using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>Many mappings at once: all of them, or none when one is wrong.</summary>
static class StubImport
{
    public static Reply Import(Call call, WorldStubs stubs)
    {
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        if (!body.Has("mappings")) body.Wrong("mappings", "is missing");
        var read = body.Each("mappings").Select(one => stubs.Reader.Read(one.Value, one.Pointer, defects)).ToList();
        // WireMock's own listing can be sent as it is.
        body.Object("meta");
        var options = body.Object("importOptions");
        var keep = options?.OneOf("duplicatePolicy", "OVERWRITE", "IGNORE") == 1;
        var alone = options?.Flag("deleteAllNotInImport") ?? false;
        options?.Close();
        body.Close();
        if (defects.First is { } defect) return AdminAnswers.Wrong(defect);
        return stubs.Change(now => Merged(now, read, keep, alone) is { All.Count: <= MatchLimits.Stubs } merged
            ? (merged, AdminAnswers.Done)
            : (now, AdminAnswers.TooMany));
    }

    private static StubSet Merged(StubSet now, List<Stub> read, bool keep, bool alone)
    {
        var kept = new HashSet<Guid>();
        // From the last to the first, as WireMock does it: of two that match alike the one above answers.
        foreach (var stub in Enumerable.Reverse(read))
        {
            var old = stub.Id == Guid.Empty ? null : now.Find(stub.Id);
            var added = old ?? stub;
            if (old is null) now = now.With(stub, out added);
            else if (!keep) now = now.Replaced(old, stub, out added);
            kept.Add(added.Id);
        }
        return alone ? now.All.Where(stub => !kept.Contains(stub.Id)).Aggregate(now, (set, stub) => set.Without(stub)) : now;
    }
}
