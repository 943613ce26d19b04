using System.Text;
using System.Text.RegularExpressions;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Demo.Texts.Documents;
using UglyToad.PdfPig;
using Group = Emulation.Graphs.ThreatConnect.Group;

namespace Emulation.Tests.Seeding;

/// <summary>The texts of the generated graph: in the words of the field, different from each other, about indicators that exist.</summary>
partial class DemoTextTests
{
    private readonly Graph _graph = Demo.Small;

    [Test]
    public void No_text_is_filler()
    {
        var texts = _graph.Nodes<Node>().Where(
            node => node is ItemAttribute or Group or WorkflowTask or Victim or Post or Profile or Comment or Entity)
            .SelectMany(GeneratedStrings.Of);

        texts.Where(text => Filler().IsMatch(text)).Should().BeEmpty();
    }

    [Test]
    public void Nearly_all_descriptions_differ()
    {
        var descriptions = _graph.Nodes<ItemAttribute>().Where(
            attribute => attribute.Type == AttributeType.DescriptionName).Select(attribute => attribute.Value).ToList();

        descriptions.Should().HaveCountGreaterThan(150);
        Repeated(descriptions).Should().BeLessThan(0.05);
    }

    [Test]
    public void A_signature_finds_an_indicator_of_the_graph()
    {
        var values = _graph.Nodes<Indicator>().Where(indicator => indicator.Type == IndicatorType.Host
            || indicator.Type == IndicatorType.Address)
            .Select(indicator => indicator.Value1!)
            .Concat(_graph.Nodes<Indicator>().Where(indicator => indicator.Type == IndicatorType.File).SelectMany(Hashes))
            .Concat(_graph.Nodes<Indicator>().Where(indicator => indicator.Type == IndicatorType.RegistryKey).Select(key => key.Value1!.Split('\\', 2)[1])).ToList();

        foreach (var signature in _graph.Nodes<Group>().Select(group => group.Details).OfType<SignatureDetails>().Where(signature => signature.FileType != "Iris Search Hash"))
        {
            var text = signature.FileText.Replace("\\.", ".", StringComparison.Ordinal) + Unhexed(signature);
            values.Exists(value => text.Contains(value, StringComparison.OrdinalIgnoreCase)).Should().BeTrue(signature.FileText);
        }
    }

    [Test]
    public void A_file_is_what_its_name_says()
    {
        var files = Demo.Large.Nodes<Group>().Select(group => group.Details).OfType<FileDetails>()
            .Where(file => file.Content is not null).Take(80).ToList();

        files.Select(file => file.FileName.Split('.')[^1]).Distinct(StringComparer.Ordinal)
            .Should().BeEquivalentTo("pdf", "txt", "docx", "csv", "json", "zip");
        foreach (var file in files)
        {
            var bytes = file.Content!.Bytes;
            file.FileSize.Should().Be(bytes.Length);
            file.Malware.Should().Be(file.FileName.EndsWith(".zip", StringComparison.Ordinal));
            if (file.Malware) file.Password.Should().Be(DocumentFile.SamplePassword);
            if (!file.FileName.EndsWith(".pdf", StringComparison.Ordinal)) continue;
            using var document = PdfDocument.Open(bytes);
            document.NumberOfPages.Should().BePositive();
        }
    }

    [Test]
    public void An_answer_is_later_than_its_post_and_by_another_user()
    {
        var posts = Demo.Large.Nodes<Post>().ToDictionary(post => new BytesKey(post.Hash));

        foreach (var answer in posts.Values.Where(post => post.Parent.Length > 0))
        {
            var post = posts[new BytesKey(answer.Parent)];
            answer.TimestampNanos.Should().BeGreaterThan(post.TimestampNanos);
            answer.Poster.Should().NotBe(post.Poster);
        }
    }

    [Test]
    public void A_reaction_is_not_in_an_earlier_block_than_its_post()
    {
        var posts = Demo.Large.Nodes<Post>().ToDictionary(post => new BytesKey(post.Hash), post => post.ConfirmationBlockHeight);

        foreach (var reaction in Demo.Large.Nodes<PostAssociation>())
            reaction.BlockHeight.Should().BeGreaterThanOrEqualTo(posts[new BytesKey(reaction.PostHash)]);
    }

    private static double Repeated(List<string> texts) => 1 - ((double)texts.Distinct(StringComparer.Ordinal).Count() / texts.Count);

    private static IEnumerable<string> Hashes(Indicator file) => new[] { file.Value1, file.Value2, file.Value3 }.OfType<string>();

    /// <summary>What a signature of ClamAV looks for.</summary>
    private static string Unhexed(SignatureDetails signature) => signature.FileType != "ClamAV" ? ""
        : string.Join(' ', signature.FileText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Encoding.UTF8.GetString(Convert.FromHexString(line.Split(':')[3]))));

    /// <summary>Words of Latin filler, and the patterns of Bogus' phrases.</summary>
    [GeneratedRegex(@"\b(lorem|ipsum|dolorem?|consequatur|voluptat\w+|aut|quia|nesciunt)\b|I'll \w+ the|You can't \w+ the|so that should|won't do anything|If we \w+ the",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Filler();
}
