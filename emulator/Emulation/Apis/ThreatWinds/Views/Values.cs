using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http.Views;

namespace Emulation.Apis.ThreatWinds.Views;

/// <summary>The values of entities and the names of accounts, and how nodes are found by them.</summary>
static class Values
{
    private const string AsnType = "asn";
    private const int DigitsOfTail = 8;

    // With more entities whose ids do not follow from their values, each type is looked up instead of reading them.
    private const int MostRead = 128;

    public static IEnumerable<string> Of(Node node) => node switch
    {
        Entity entity => OfEntity(entity),
        User user => user.FullName.Length > 0 ? [user.Alias, user.FullName] : [user.Alias],
        _ => [],
    };

    /// <summary>A number by itself says nothing elsewhere, except that of an autonomous system, which is known with a prefix.</summary>
    private static string[] OfEntity(Entity entity)
    {
        if (entity.Type == AsnType) return [$"ASN{entity.Value.Text}"];
        return entity.Value.IsNumber ? [] : [entity.Value.Text];
    }

    public static IEnumerable<Node> With(Graph graph, string value)
    {
        foreach (var form in Forms(value))
            foreach (var entity in OfValue(graph, form)) yield return entity;
        foreach (var name in PersonNames.Spellings(value, '.'))
            if (graph.Find<User, TextKey>(User.ByAlias, new TextKey(0, name)) is { } user) yield return user;
    }

    public static IEnumerable<Node> StartingWith(Graph graph, string text) =>
        graph.Between(User.ByAlias, new TextKey(0, text, long.MinValue), new TextKey(0, text + '\uffff', long.MaxValue)).All();

    public static SearchTexts TextsOf(Node node) => node switch
    {
        Entity entity => new(entity.Value.Text),
        Comment comment => new(comment.Text),
        User user => new(user.Alias, user.FullName),
        _ => default,
    };

    /// <summary>A value as entities may have it: as it is, in lower case, as an address, and an AS number without its prefix.</summary>
    private static IEnumerable<string> Forms(string value)
    {
        if (string.IsNullOrWhiteSpace(value)) return [];
        List<string> forms = [value, value.ToLowerInvariant()];
        if (value.Contains(':', StringComparison.Ordinal) && Normal.Of(DataType.Ip, value) is { Fault: null } address)
            forms.Add(address.Text);
        if ((NumberAfter("ASN", value) ?? NumberAfter("AS", value)) is { } number) forms.Add(number);
        return forms.Distinct(StringComparer.Ordinal);
    }

    private static string? NumberAfter(string prefix, string value) =>
        value.Length > prefix.Length && value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && !value.AsSpan(prefix.Length).ContainsAnyExceptInRange('0', '9')
            ? value[prefix.Length..]
            : null;

    /// <summary>The entities of any type with a value: their ids end in its hash, and the index by id compares the ends first.</summary>
    private static IEnumerable<Entity> OfValue(Graph graph, string value)
    {
        var hash = $"-{Ids.HashOf(value)}";
        var tail = hash[^DigitsOfTail..];
        foreach (var node in graph.Between(Entity.ById, new TailKey('\u0001' + tail), new TailKey('\uffff' + tail)).All())
            if (node is Entity entity && entity.Id.EndsWith(hash, StringComparison.Ordinal)) yield return entity;
        foreach (var entity in OfOtherId(graph, hash)) yield return entity;
    }

    private static IEnumerable<Entity> OfOtherId(Graph graph, string hash)
    {
        var others = graph.All(Entity.ByNaturalId);
        if (others.Count <= MostRead)
            return others.All().Cast<Entity>().Where(entity => entity.NaturalId!.EndsWith(hash, StringComparison.Ordinal));
        return EntityTypes.All.Select(type => type.Name + hash)
            .SelectMany(id => graph.Between(Entity.ByNaturalId, NewestEntity.First(id), NewestEntity.Last(id)).All().Cast<Entity>());
    }
}
