using WireMock;
using WireMock.Server;

namespace Emulation.WireMocks;

/// <summary>The mappings of a server as a value that can be taken and put back, also into another server.</summary>
sealed class MappingTable(WireMockServer server)
{
    private readonly Lock _lock = new();

    public IReadOnlyList<KeptMapping> Kept =>
        [.. Own().OrderBy(mapping => mapping.UpdatedAt).Select(mapping => new KeptMapping(mapping, mapping.IsDisabled, mapping.UpdatedAt))];

    /// <summary>Replaces all mappings. Those that are there already stay in place, so that a request meanwhile finds them.</summary>
    public void Put(IReadOnlyList<KeptMapping> mappings)
    {
        lock (_lock)
        {
            var kept = mappings.ToDictionary(one => one.Mapping.Guid);
            var present = Own().ToDictionary(mapping => mapping.Guid);
            foreach (var guid in present.Keys.Where(guid => !kept.ContainsKey(guid))) server.DeleteMapping(guid);
            foreach (var one in mappings)
                if (!present.TryGetValue(one.Mapping.Guid, out var same) || !IsSame(same, one.Mapping)) Register(one.Mapping);
            // Of two mappings that match alike, the one that was updated last answers.
            foreach (var mapping in Own())
                if (kept.TryGetValue(mapping.Guid, out var one)) (mapping.IsDisabled, mapping.UpdatedAt) = (one.IsDisabled, one.UpdatedAt);
        }
    }

    private IEnumerable<IMapping> Own() => server.Mappings.Where(mapping => !mapping.IsAdminInterface);

    // A mapping that is set again has a matcher of its own; one that was copied from another server shares it.
    private static bool IsSame(IMapping one, IMapping other) =>
        ReferenceEquals(one.RequestMatcher, other.RequestMatcher) && ReferenceEquals(one.Provider, other.Provider);

    private void Register(IMapping mapping)
    {
        var with = server.Given(mapping.RequestMatcher).WithGuid(mapping.Guid).AtPriority(mapping.Priority);
        if (mapping.Title is { } title) with.WithTitle(title);
        if (mapping.Description is { } description) with.WithDescription(description);
        if (mapping.Path is { } path) with.WithPath(path);
        if (mapping.Scenario is { } scenario) with.InScenario(scenario);
        if (mapping.ExecutionConditionState is { } required) with.WhenStateIs(required);
        if (mapping.NextState is { } next) with.WillSetStateTo(next, mapping.TimesInSameState);
        if (mapping.TimeSettings is { } times) with.WithTimeSettings(times);
        if (mapping.Webhooks is { } webhooks) with.WithWebhook(webhooks);
        if (mapping.UseWebhooksFireAndForget is { } forget) with.WithWebhookFireAndForget(forget);
        if (mapping.Data is { } data) with.WithData(data);
        if (mapping.Probability is { } probability) with.WithProbability(probability);
        with.RespondWith(mapping.Provider);
    }
}
