using System.Globalization;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>WireMock's routes for mappings: those of one, and those of all.</summary>
static class StubRows
{
    public static IReadOnlyList<Route> All(Worlds worlds) =>
    [
        AdminRow.Of("GET", "", "stubs.root", List),
        AdminRow.Of("GET", "/mappings", "stubs.list", List),
        AdminRow.Changing(worlds, "POST",   "/mappings", "stubs.create", Create),
        AdminRow.Changing(worlds, "DELETE", "/mappings", "stubs.clear", Clear),
        AdminRow.Of("GET", "/mappings/unmatched", "stubs.unmatched", Unmatched),
        AdminRow.Changing(worlds, "DELETE", "/mappings/unmatched", "stubs.delete-unmatched", (_, stubs) => Remove(stubs, stub => !stubs.WasMatched(stub))),
        AdminRow.Changing(worlds, "POST",   "/mappings/reset", "stubs.reset", (_, stubs) => Changed(stubs, stubs.ResetOf)),
        AdminRow.Changing(worlds, "POST",   "/mappings/save", "stubs.save", (_, stubs) => Changed(stubs, Saved)),
        AdminRow.Changing(worlds, "POST",   "/mappings/import", "stubs.import", StubImport.Import),
        AdminRow.Of("POST", "/mappings/find-by-metadata", "stubs.find", FindByMetadata),
        AdminRow.Changing(worlds, "POST",   "/mappings/remove-by-metadata", "stubs.remove-by-metadata", RemoveByMetadata),
        AdminRow.Changing(worlds, "POST",   "/mappings/remove", "stubs.remove", RemoveLike),
        AdminRow.Of("GET", "/mappings/{id}", "stubs.get", Get),
        AdminRow.Changing(worlds, "PUT",    "/mappings/{id}", "stubs.update", Update),
        AdminRow.Changing(worlds, "DELETE", "/mappings/{id}", "stubs.delete", Delete),
    ];

    // A client that sends mappings means those; removing all of them would lose the others.
    private static Reply Clear(ControlCall call, WorldStubs stubs) => call.Body.IsEmpty
        ? Remove(stubs, _ => true)
        : AdminAnswers.Refused(400, AdminAnswers.WrongJson, "DELETE /mappings removes all stubs and takes no body", "Use DELETE /mappings/{id} or POST /mappings/remove for one.", null);

    /// <summary>Every stub stays when the mappings are reset. Nothing is written to a file.</summary>
    private static StubSet Saved(StubSet now) => now.All.Aggregate(now, (set, stub) => set.Replaced(stub, stub with { Persistent = true }, out _));

    private static Reply List(ControlCall call)
    {
        var all = AdminRow.StubsOf(call).Now.All;
        if (Number(call, "limit") is not { } limit || Number(call, "offset") is not { } offset) return Problem.Reply(400, "Not a page", "\"limit\" and \"offset\" are whole numbers from 0.");
        return AdminAnswers.List(all.Skip(offset).Take(limit < 0 ? all.Count : limit), all.Count);
    }

    /// <summary>-1: it was not asked for.</summary>
    private static int? Number(ControlCall call, string name)
    {
        if (call.Query[name] is not { } text) return name == "offset" ? 0 : -1;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static Reply Create(ControlCall call, WorldStubs stubs)
    {
        var defects = new Defects();
        var body = AdminRow.Body(call, defects);
        var stub = stubs.Reader.Read(body, "", defects);
        if (defects.First is { } defect) return AdminAnswers.Wrong(defect);
        return stubs.Change(now => now.All.Count >= MatchLimits.Stubs ? (now, AdminAnswers.TooMany) : now.Find(stub.Id) is null
            ? (now.With(stub, out var added), AdminAnswers.One(201, added))
            : (now, AdminAnswers.Refused(422, AdminAnswers.Duplicate, "Duplicate stub mapping ID", $"ID of the provided stub mapping '{stub.Id}' is already taken by another stub mapping", "/id")));
    }

    private static Reply Get(ControlCall call)
    {
        if (IdOf(call, out var id) is { } refusal) return refusal;
        return AdminRow.StubsOf(call).Now.Find(id) is { } stub ? AdminAnswers.One(200, stub) : AdminAnswers.Missing(call["id"]);
    }

    private static Reply Update(ControlCall call, WorldStubs stubs)
    {
        if (IdOf(call, out var id) is { } refusal) return refusal;
        if (stubs.Now.Find(id) is null) return AdminAnswers.Missing(call["id"]);
        var defects = new Defects();
        var stub = stubs.Reader.Read(AdminRow.Body(call, defects), "", defects);
        if (defects.First is { } defect) return AdminAnswers.Wrong(defect);
        return stubs.Change(now => now.Find(id) is { } old
            ? (now.Replaced(old, stub, out var replaced), AdminAnswers.One(200, replaced))
            : (now, AdminAnswers.Missing(call["id"])));
    }

    private static Reply Delete(ControlCall call, WorldStubs stubs)
    {
        if (IdOf(call, out var id) is { } refusal) return refusal;
        return stubs.Change(now => now.Find(id) is { } stub ? (now.Without(stub), AdminAnswers.Empty) : (now, AdminAnswers.Missing(call["id"])));
    }

    private static Reply Unmatched(ControlCall call)
    {
        var stubs = AdminRow.StubsOf(call);
        var found = stubs.Now.All.Where(stub => !stubs.WasMatched(stub)).ToList();
        return AdminAnswers.List(found, found.Count);
    }

    private static Reply FindByMetadata(ControlCall call)
    {
        var defects = new Defects();
        var matcher = MatcherReader.Read(new Members(AdminRow.Body(call, defects), "", defects));
        if (defects.First is { } defect) return AdminAnswers.Wrong(defect);
        var found = AdminRow.StubsOf(call).Now.All.Where(stub => HasMetadata(stub, matcher)).ToList();
        return AdminAnswers.List(found, found.Count);
    }

    private static Reply RemoveByMetadata(ControlCall call, WorldStubs stubs)
    {
        var defects = new Defects();
        var matcher = MatcherReader.Read(new Members(AdminRow.Body(call, defects), "", defects));
        return defects.First is { } defect ? AdminAnswers.Wrong(defect) : Remove(stubs, stub => HasMetadata(stub, matcher));
    }

    private static bool HasMetadata(Stub stub, IMatcher matcher) => stub.Metadata is { } metadata && matcher.Matches(new Subject(metadata.GetRawText(), new WorkBudget()));

    /// <summary>The stub with the id of the one that is sent, or with the same request.</summary>
    private static Reply RemoveLike(ControlCall call, WorldStubs stubs)
    {
        var defects = new Defects();
        var like = stubs.Reader.Read(AdminRow.Body(call, defects), "", defects);
        if (defects.First is { } defect) return AdminAnswers.Wrong(defect);
        return stubs.Change(now =>
        {
            var stub = now.Find(like.Id) ?? now.All.FirstOrDefault(stub => stub.Request.IsLike(like.Request));
            return (stub is null ? now : now.Without(stub), AdminAnswers.Done);
        });
    }

    private static Reply Remove(WorldStubs stubs, Func<Stub, bool> which) =>
        stubs.Change(now => (now.All.Where(which).Aggregate(now, (set, stub) => set.Without(stub)), AdminAnswers.Empty));

    private static Reply Changed(WorldStubs stubs, Func<StubSet, StubSet> change) => stubs.Change(now => (change(now), AdminAnswers.Done));

    private static Reply? IdOf(ControlCall call, out Guid id) =>
        Guid.TryParseExact(call["id"], "D", out id) ? null : AdminAnswers.Refused(400, AdminAnswers.WrongJson, $"{call["id"]} is not a valid UUID", "A stub mapping is named by its id.", null);
}
