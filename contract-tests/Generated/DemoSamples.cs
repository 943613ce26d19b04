using System.Globalization;
using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Tests.Seeding;
using UglyToad.PdfPig;

namespace Emulation.Tests.Generated;

/// <summary>Writes ten items of each kind of generated data as a reader sees them.</summary>
sealed class DemoSamples(Graph graph)
{
    private const int Most = 10;

    private readonly StringBuilder _text = new();
    private readonly ILookup<int, ItemAttribute> _attributes = graph.Nodes<ItemAttribute>().ToLookup(attribute => attribute.Item);
    private readonly Dictionary<string, Profile> _profiles = graph.Nodes<Profile>().ToDictionary(
        profile => profile.PublicKey.ToString()!, StringComparer.Ordinal);

    public string Write()
    {
        _text.Append("# Samples of the generated data\n\nTen items of each kind from `--dataset demo --size 50000`, written by `scripts/generate`.\n");
        foreach (var type in GroupType.All)
            Section($"ThreatConnect: {type.Name}", graph.Nodes<Group>().Where(group => group.Type == type), WriteGroup);
        foreach (var type in IndicatorTypes.BuiltIn.All)
            Section(
                $"ThreatConnect: indicator, {type.Name}",
                graph.Nodes<Indicator>().Where(indicator => indicator.Type == type && indicator.Description is not null),
                WriteIndicator);
        foreach (var type in AttributeTypes.BuiltIn.All.Where(type => !type.CanBeDisplayed))
            Section(
                $"ThreatConnect: attribute, {type.Name}",
                graph.Nodes<ItemAttribute>().Where(attribute => attribute.Type == type.Name),
                attribute => Quote(attribute.Value));
        foreach (var type in SignatureDetails.FileTypes)
            Section(
                $"ThreatConnect: signature text, {type}",
                Details<SignatureDetails>().Where(details => details.FileType == type),
                details => Code(details.FileText),
                3);
        Section("ThreatConnect: mail", Details<EmailDetails>(), mail => Code($"{mail.Header}\n\n{mail.Body}"));
        Section("ThreatConnect: file", Details<FileDetails>().Where(file => file.Content is not null), WriteFile);
        Section("ThreatConnect: task", graph.Nodes<WorkflowTask>(), task => { Item($"**{task.Name}** ({task.Status})"); Described(task); });
        Section("ThreatConnect: victim", graph.Nodes<Victim>(), WriteVictim);
        Section(
            "ThreatConnect: tag",
            graph.Nodes<Tag>().DistinctBy(tag => tag.Name, StringComparer.Ordinal),
            tag => Item($"{tag.Name}: {tag.Description ?? "(no description)"}"),
            24);
        var entityTypes = graph.Nodes<Entity>().Select(entity => entity.Type).Distinct(StringComparer.Ordinal);
        foreach (var type in entityTypes.Order(StringComparer.Ordinal))
            Section($"ThreatWinds: {type}", graph.Nodes<Entity>().Where(entity => entity.Type == type), WriteEntity, 3);
        Section(
            "ThreatWinds: comment",
            graph.Nodes<Comment>(),
            comment => Item($"on {Entity.Of(graph, comment.EntityId)!.Type}: {comment.Text}"));
        Section("DeSo: profile", graph.Nodes<Profile>(), profile => Item($"**{profile.Username}**: {profile.Description}"), 30);
        WriteThreads();
        return _text.ToString();
    }

    private void Section<T>(string title, IEnumerable<T> items, Action<T> write, int most = Most)
    {
        var all = items.ToList();
        _text.Append("\n## ").Append(title).Append("\n\n");
        // Spread over all of a kind: the first ones share a few stories.
        for (var i = 0; i < Math.Min(most, all.Count); i++) write(all[(int)((long)i * all.Count / Math.Min(most, all.Count))]);
    }

    private void WriteGroup(Group group)
    {
        var details = group.Details switch
        {
            EventDetails happened => $" ({Day(happened.EventDate)}, {happened.Status ?? "no status"})",
            CampaignDetails { FirstSeen: { } seen } => $" (first seen {Day(seen)})",
            FileDetails file => $" ({file.FileName}, {file.Status})",
            SignatureDetails signature => $" ({signature.FileName})",
            _ => "",
        };
        Item($"**{group.Name}**{details}, added {Day(group.Added)}");
        Described(group);
    }

    private void WriteIndicator(Indicator indicator)
    {
        Item($"`{indicator.Summary}`");
        Quote(indicator.Description!);
    }

    private void WriteFile(FileDetails file)
    {
        Item($"{file.FileName}, {(file.FileSize ?? 0).ToString(CultureInfo.InvariantCulture)} bytes");
        var bytes = file.Content!.Bytes;
        if (file.FileName.EndsWith(".pdf", StringComparison.Ordinal))
        {
            using var document = PdfDocument.Open(bytes);
            Quote(string.Join('\n', document.GetPages().Select(page => page.Text)));
        }
        else if (bytes.AsSpan(0, 2).SequenceEqual("PK"u8)) Quote("(package)");
        else Code(Encoding.UTF8.GetString(bytes));
    }

    private void WriteVictim(Victim victim)
    {
        string?[] parts = [victim.Org, victim.Suborg, victim.WorkLocation, victim.Nationality];
        Item($"**{victim.Name}**: {string.Join(", ", parts.OfType<string>())}");
        if (victim.Description is { } description) Quote(description);
        foreach (var asset in graph.Nodes<VictimAsset>().Where(asset => asset.Victim == victim.Key))
            Quote($"{asset.Type.Name}: {asset.Main} {asset.Detail}".TrimEnd());
    }

    private void WriteEntity(Entity entity)
    {
        Item($"`{entity.Value.Text.ReplaceLineEndings(" ")}`, reputation {entity.Reputation.ToString(CultureInfo.InvariantCulture)}");
        foreach (var attribute in entity.Attributes.Skip(1)) Quote($"{attribute.Name}: {attribute.Text}");
        if (entity.Description is { } description) Quote(description);
    }

    private void WriteThreads()
    {
        var posts = graph.Nodes<Post>().ToList();
        var answers = posts.Where(post => post.Parent.Length > 0).ToLookup(
            post => Convert.ToHexString(post.Parent), StringComparer.Ordinal);
        Section(
            "DeSo: thread",
            posts.Where(post => post.Parent.Length == 0 && post.Reposted.Length == 0),
            post => WriteThread(post, answers, 0),
            20);
        Section("DeSo: quote", posts.Where(post => post.Reposted.Length > 0 && post.Body.Length > 0), post => WritePost(post, 0));
    }

    private void WriteThread(Post post, ILookup<string, Post> answers, int depth)
    {
        WritePost(post, depth);
        foreach (var answer in answers[Convert.ToHexString(post.Hash)].OrderBy(answer => answer.TimestampNanos))
            WriteThread(answer, answers, depth + 1);
    }

    private void WritePost(Post post, int depth)
    {
        var name = _profiles.TryGetValue(post.Poster.ToString()!, out var profile) ? profile.Username : "(no profile)";
        var moment = DateTimeOffset.FromUnixTimeSeconds((long)(post.TimestampNanos / 1_000_000_000)).ToString(
            "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        _text.Append(' ', 2 * depth).Append("- ").Append(moment).Append(' ').Append(name).Append(": ").Append(post.Body).Append('\n');
    }

    private IEnumerable<TDetails> Details<TDetails>() where TDetails : GroupDetails =>
        graph.Nodes<Group>().Select(group => group.Details).OfType<TDetails>();

    private void Described(Node item)
    {
        foreach (var attribute in _attributes[item.Key].Where(attribute => attribute.Type == AttributeType.DescriptionName))
            Quote(attribute.Value);
    }

    private void Item(string text) => _text.Append("- ").Append(text).Append('\n');

    private void Quote(string text) =>
        _text.Append("  > ").Append(text.ReplaceLineEndings("\n").Replace("\n", "\n  > ", StringComparison.Ordinal)).Append("\n\n");

    private void Code(string text) => _text.Append("```\n").Append(text.ReplaceLineEndings("\n").TrimEnd('\n')).Append("\n```\n\n");

    private static string Day(long second) =>
        DateTimeOffset.FromUnixTimeSeconds(second).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
