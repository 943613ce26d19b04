using System.Runtime.CompilerServices;
using JsonConverter.Newtonsoft.Json;
using WireMock;
using WireMock.Server;

namespace Emulation.WireMocks;

/// <summary>The mappings of a server as a value that can be taken and put back, also into another server.</summary>
/// <param name="server">The server.</param>
/// <param name="withTexts">Mappings are taken with their JSON.</param>
sealed class MappingTable(WireMockServer server, bool withTexts)
{
    private readonly Lock _lock = new();
    private readonly ConditionalWeakTable<IMapping, string> _texts = [];

    public IReadOnlyList<KeptMapping> Kept
    {
        get
        {
            IMapping[] own = [.. Own().OrderBy(mapping => mapping.UpdatedAt)];
            if (withTexts && own.Any(mapping => TextOf(mapping) is null)) ReadTexts(own);
            return [.. own.Select(mapping => new KeptMapping(mapping, TextOf(mapping), mapping.IsDisabled, mapping.UpdatedAt))];
        }
    }

    /// <summary>Whether these are the mappings, unchanged.</summary>
    public bool Has(IReadOnlyList<KeptMapping> mappings, IReadOnlyList<KeptMapping> now) =>
        mappings.Count == now.Count && mappings.Zip(now).All(pair => IsSame(pair.First.Mapping, pair.Second.Mapping)
            && pair.First.IsDisabled == pair.Second.IsDisabled && pair.First.UpdatedAt == pair.Second.UpdatedAt);

    /// <summary>Replaces all mappings by those that were kept.</summary>
    public void Put(IEnumerable<ReadMapping> mappings)
    {
        lock (_lock)
        {
            foreach (var mapping in Own().ToArray()) server.DeleteMapping(mapping.Guid);
            foreach (var kept in mappings)
            {
                var before = Own().ToHashSet();
                server.WithMapping(kept.Text);
                var added = Own().Single(mapping => !before.Contains(mapping));
                (added.IsDisabled, added.UpdatedAt) = (kept.IsDisabled, kept.UpdatedAt);
                _texts.AddOrUpdate(added, kept.Text);
            }
        }
    }

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

    private string? TextOf(IMapping mapping) => _texts.TryGetValue(mapping, out var text) ? text : null;

    private void ReadTexts(IMapping[] own)
    {
        var models = server.MappingModels.Where(model => model.Guid is not null).ToDictionary(model => model.Guid!.Value);
        foreach (var mapping in own)
            if (TextOf(mapping) is null && models.TryGetValue(mapping.Guid, out var model))
                _texts.AddOrUpdate(mapping, new NewtonsoftJsonConverter().Serialize(model));
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
