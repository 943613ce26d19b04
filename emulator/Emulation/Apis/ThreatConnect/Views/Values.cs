using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http.Views;

namespace Emulation.Apis.ThreatConnect.Views;

/// <summary>The values and names of ThreatConnect's nodes, and how nodes are found by them.</summary>
static class Values
{
    public static IEnumerable<string> Of(Node node) => node switch
    {
        Indicator item => new[] { item.Value1, item.Value2, item.Value3 }.Take(item.Type == IndicatorType.File ? 3 : 1).OfType<string>(),
        Group group => [group.Name],
        Victim victim => [victim.Name],
        VictimAsset asset => [asset.Main],
        Tag tag => [tag.Name],
        User user => user.FullName.Length > 0 ? [user.UserName, user.FullName] : [user.UserName],
        _ => [],
    };

    public static IEnumerable<Node> With(Graph graph, string value)
    {
        var types = CanonicalForms(graph, value);
        var folded = Fold.Case(value);
        foreach (var owner in Owners(graph))
        {
            foreach (var (type, text) in types)
                foreach (var node in Equal(graph, Indicator.ByValue, Indicator.Scope(owner.Id, type), text)) yield return node;
            foreach (var type in GroupType.All)
                foreach (var node in Equal(graph, Group.ByName, Group.Scope(owner.Id, type), folded)) yield return node;
            foreach (var node in Equal(graph, Victim.ByName, owner.Id, folded)) yield return node;
            if (Tag.Find(graph, owner.Id, value) is { } tag) yield return tag;
        }
        foreach (var name in PersonNames.Spellings(value, '.'))
            if (graph.Find<User, TextKey>(User.ByName, new TextKey(0, name)) is { } user) yield return user;
    }

    public static IEnumerable<Node> StartingWith(Graph graph, string text)
    {
        var folded = Fold.Case(text);
        foreach (var owner in Owners(graph))
        {
            foreach (var type in GroupType.All)
                foreach (var node in Beginning(graph, Group.ByName, Group.Scope(owner.Id, type), folded)) yield return node;
            foreach (var type in Instance.Of(graph).IndicatorTypes.All)
                foreach (var node in Beginning(graph, Indicator.ByValue, Indicator.Scope(owner.Id, type), folded)) yield return node;
            foreach (var node in Beginning(graph, Victim.ByName, owner.Id, folded)) yield return node;
            foreach (var node in Beginning(graph, WorkflowTask.ByName, owner.Id, folded)) yield return node;
            foreach (var node in Beginning(graph, Tag.ByName, owner.Id, folded)) yield return node;
        }
        foreach (var node in Beginning(graph, User.ByName, 0, text)) yield return node;
    }

    public static SearchTexts TextsOf(Node node) => node switch
    {
        Indicator item => new(item.Value1, item.Value2, item.Value3),
        Group group => new(group.Name),
        Victim victim => new(victim.Name),
        VictimAsset asset => new(asset.Main, asset.Detail),
        WorkflowTask task => new(task.Name),
        Tag tag => new(tag.Name),
        User user => new(user.UserName, user.FirstName, user.LastName),
        Owner owner => new(owner.Name),
        _ => default,
    };

    private static IEnumerable<Owner> Owners(Graph graph) => graph.All(Owner.ById).All().Cast<Owner>();

    /// <summary>The types that accept a value, each with the form in its index.</summary>
    private static List<(IndicatorType Type, string Text)> CanonicalForms(Graph graph, string value)
    {
        var forms = new List<(IndicatorType, string)>();
        foreach (var type in Instance.Of(graph).IndicatorTypes.All)
        {
            var part = type == IndicatorType.File ? IndicatorValues.HashPart(value) : 0;
            if (part >= 0 && IndicatorValues.Canonical(type, part, value) is { } text) forms.Add((type, Fold.Case(text)));
        }
        return forms;
    }

    private static IEnumerable<Node> Equal(Graph graph, Index<TextKey> index, long scope, string folded) =>
        graph.Between(index, new TextKey(scope, folded, long.MinValue), new TextKey(scope, folded, long.MaxValue)).All();

    private static IEnumerable<Node> Beginning(Graph graph, Index<TextKey> index, long scope, string folded) =>
        graph.Between(index, new TextKey(scope, folded, long.MinValue), new TextKey(scope, folded + '\uffff', long.MaxValue)).All();
}
