using System.Globalization;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>WireMock's admin routes for mappings.</summary>
static class StubRows
{
    public static IReadOnlyList<Route> All(Worlds worlds) =>
    [
        AdminRow.Of("GET", "", "stubs.root", List),
        AdminRow.Of("GET", "/mappings", "stubs.list", List),
        AdminRow.Changing(worlds, "POST",   "/mappings", "stubs.create", Create),
        AdminRow.Changing(worlds, "DELETE", "/mappings", "stubs.clear", Clear),
        AdminRow.Of("GET", "/mappings/unmatched", "stubs.unmatched", Unmatched),
        AdminRow.Changing(worlds, "DELETE", "/mappings/unmatched", "stubs.delete-unmatched", RemoveUnmatched),
        AdminRow.Changing(worlds, "POST",   "/mappings/reset", "stubs.reset", (_, stubs) => Changed(stubs, stubs.ResetOf)),
        AdminRow.Changing(worlds, "POST",   "/mappings/save", "stubs.save", (_, stubs) => Changed(stubs, Saved)),
        AdminRow.Changing(worlds, "POST",   "/mappings/import", "stubs.import", StubImport.Import),
        AdminRow.Of("POST", "/mappings/find-by-metadata", "stubs.find", FindByMetadata),
        AdminRow.Changing(worlds, "POST",   "/mappings/remove-by-metadata", "stubs.remove-by-metadata", RemoveByMetadata),
        AdminRow.Changing(worlds, "POST",   "/mappings/remove", "stubs.remove", RemoveEquivalent),
        AdminRow.Of("GET", "/mappings/{id}", "stubs.get", Get),
        AdminRow.Changing(worlds, "PUT",    "/mappings/{id}", "stubs.update", Update),
        AdminRow.Changing(worlds, "DELETE", "/mappings/{id}", "stubs.delete", Delete),
    ];

    // A client that sends mappings wants to remove those; removing all would lose the others.
    private static Reply Clear(ControlCall call, WorldStubs stubs) => call.Body.IsEmpty
        ? Remove(stubs, _ => true)
        : AdminReplies.Refused(
            400,
            AdminReplies.WrongJson,
            "DELETE /mappings removes all stubs and takes no body",
            "Use DELETE /mappings/{id} or POST /mappings/remove for one.",
            null);

    /// <summary>Marks every stub as persistent, so that a reset keeps it. Nothing is written to a file.</summary>
    private static StubSet Saved(StubSet now) =>
        now.All.Aggregate(now, (set, stub) => set.Replaced(stub, stub with { Persistent = true }, out _));

    private static Reply List(ControlCall call)
    {
        var all = AdminRow.StubsOf(call).Now.All;
        if (Number(call, "limit") is not { } limit || Number(call, "offset") is not { } offset)
            return Problem.Reply(400, "Not a page", "\"limit\" and \"offset\" are whole numbers from 0.");
        return AdminReplies.List(all.Skip(offset).Take(limit < 0 ? all.Count : limit), all.Count);
    }

    /// <summary>-1 when there is no limit.</summary>
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
        if (defects.First is { } defect) return AdminReplies.Wrong(defect);
        return stubs.Change(now =>
        {
            if (now.All.Count >= MatchLimits.Stubs) return (now, AdminReplies.TooMany);
            if (now.Find(stub.Id) is not null) return (now, DuplicateId(stub.Id));
            return (now.With(stub, out var added), AdminReplies.One(201, added));
        });
    }

    private static Reply DuplicateId(Guid id)
    {
        var detail = $"ID of the provided stub mapping '{id}' is already taken by another stub mapping";
        return AdminReplies.Refused(422, AdminReplies.Duplicate, "Duplicate stub mapping ID", detail, "/id");
    }

    private static Reply Get(ControlCall call)
    {
        if (IdOf(call, out var id) is { } refusal) return refusal;
        return AdminRow.StubsOf(call).Now.Find(id) is { } stub ? AdminReplies.One(200, stub) : AdminReplies.NotFound(call["id"]);
    }

    private static Reply Update(ControlCall call, WorldStubs stubs)
    {
        if (IdOf(call, out var id) is { } refusal) return refusal;
        if (stubs.Now.Find(id) is null) return AdminReplies.NotFound(call["id"]);
        var defects = new Defects();
        var stub = stubs.Reader.Read(AdminRow.Body(call, defects), "", defects);
        if (defects.First is { } defect) return AdminReplies.Wrong(defect);
        return stubs.Change(now => now.Find(id) is { } old
            ? (now.Replaced(old, stub, out var replaced), AdminReplies.One(200, replaced))
            : (now, AdminReplies.NotFound(call["id"])));
    }

    private static Reply Delete(ControlCall call, WorldStubs stubs)
    {
        if (IdOf(call, out var id) is { } refusal) return refusal;
        return stubs.Change(now => now.Find(id) is { } stub
            ? (now.Without(stub), AdminReplies.Empty)
            : (now, AdminReplies.NotFound(call["id"])));
    }

    private static Reply Unmatched(ControlCall call)
    {
        var stubs = AdminRow.StubsOf(call);
        var found = stubs.Now.All.Where(stub => !stubs.WasMatched(stub)).ToList();
        return AdminReplies.List(found, found.Count);
    }

    private static Reply RemoveUnmatched(ControlCall call, WorldStubs stubs) => Remove(stubs, stub => !stubs.WasMatched(stub));

    private static Reply FindByMetadata(ControlCall call)
    {
        var defects = new Defects();
        var matcher = MatcherReader.Read(new Members(AdminRow.Body(call, defects), "", defects));
        if (defects.First is { } defect) return AdminReplies.Wrong(defect);
        var found = AdminRow.StubsOf(call).Now.All.Where(stub => HasMetadata(stub, matcher)).ToList();
        return AdminReplies.List(found, found.Count);
    }

    private static Reply RemoveByMetadata(ControlCall call, WorldStubs stubs)
    {
        var defects = new Defects();
        var matcher = MatcherReader.Read(new Members(AdminRow.Body(call, defects), "", defects));
        return defects.First is { } defect ? AdminReplies.Wrong(defect) : Remove(stubs, stub => HasMetadata(stub, matcher));
    }

    private static bool HasMetadata(Stub stub, IMatcher matcher) =>
        stub.Metadata is { } metadata && matcher.Matches(new MatchInput(metadata.GetRawText(), new WorkBudget()));

    /// <summary>Removes the stub with the same id as the one in the body, or else the first with the same request pattern.</summary>
    private static Reply RemoveEquivalent(ControlCall call, WorldStubs stubs)
    {
        var defects = new Defects();
        var like = stubs.Reader.Read(AdminRow.Body(call, defects), "", defects);
        if (defects.First is { } defect) return AdminReplies.Wrong(defect);
        return stubs.Change(now =>
        {
            var stub = now.Find(like.Id) ?? now.All.FirstOrDefault(stub => stub.Request.IsLike(like.Request));
            return (stub is null ? now : now.Without(stub), AdminReplies.Done);
        });
    }

    private static Reply Remove(WorldStubs stubs, Func<Stub, bool> predicate) =>
        stubs.Change(now => (now.All.Where(predicate).Aggregate(now, (set, stub) => set.Without(stub)), AdminReplies.Empty));

    private static Reply Changed(WorldStubs stubs, Func<StubSet, StubSet> change) => stubs.Change(now => (change(now), AdminReplies.Done));

    private static Reply? IdOf(ControlCall call, out Guid id) => Guid.TryParseExact(call["id"], "D", out id)
        ? null
        : AdminReplies.Refused(
            400, AdminReplies.WrongJson, $"{call["id"]} is not a valid UUID", "A stub mapping is named by its id.", null);
}
