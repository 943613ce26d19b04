using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Demo;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Tests.Seeding.Texts;

class TemplateTests
{
    [TestCase("a[b|b]c", "abc")]
    [TestCase("[a[b|b]|a[b|b]]", "ab")]
    [TestCase("x[|]y", "xy")]
    [TestCase("", "")]
    public void An_alternative_is_chosen(string template, string expected)
    {
        var random = Facts.Random(1);

        Template.Expand(template, Facts.Of(1), ref random).Should().Be(expected);
    }

    [Test]
    public void Every_alternative_is_chosen_at_some_time()
    {
        var random = Facts.Random(1);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        for (var i = 0; i < 100; i++) seen.Add(Template.Expand("[a|b[c|d]|]", Facts.Of(1), ref random));

        seen.Should().BeEquivalentTo("a", "bc", "bd", "");
    }

    [Test]
    public void A_value_can_have_a_capital_letter()
    {
        var random = Facts.Random(1);
        var story = Facts.Of(1) with { Topic = "unpaid invoice" };

        Template.Expand("{topic}: {^topic}", story, ref random).Should().Be("unpaid invoice: Unpaid invoice");
    }

    [Test]
    public void A_value_that_no_story_has_is_refused()
    {
        var expand = () =>
        {
            var random = Facts.Random(1);
            Template.Expand("{nonsense}", Facts.Of(1), ref random);
        };

        expand.Should().Throw<InvalidOperationException>().WithMessage("*{nonsense}*");
    }

    [Test]
    public void No_text_has_a_bracket_of_a_template_left()
    {
        foreach (var text in Texts()) text.Should().NotContainAny("{", "}", "|", "  ").And.NotBeEmpty();
    }

    [Test]
    public void Sentences_have_no_wrong_article_and_no_doubled_word()
    {
        foreach (var text in Texts())
        {
            text.Should().NotMatchRegex(@"\b[Aa] [aeio][a-z]", text).And.NotMatchRegex(@"\b(\w{2,}) \1\b", text);
            text.Should().NotContain("..").And.NotContain(" ,").And.NotContain(" .");
        }
    }

    /// <summary>Texts in sentences; signatures and headers of mail have tests of their own.</summary>
    private static IEnumerable<string> Texts()
    {
        foreach (var story in Facts.All)
        {
            for (var i = 0; i < 6; i++)
            {
                var random = Facts.Random(1000 + i);
                foreach (var text in TextsOf(story with { Topic = "Invoice", Language = "YARA" }, random)) yield return text;
            }
        }
    }

    private static List<string> TextsOf(StoryFacts story, RandomStream random)
    {
        var task = TaskTexts.Write(story, ref random);
        var texts = new List<string>
        {
            task.Name, task.Description, VictimTexts.Person(story, ref random), VictimTexts.Organization(story, ref random),
            IndicatorTexts.Comment("ip", story, ref random), IndicatorTexts.Comment("iban", story, ref random), PostTexts.Quote(random.Below(100), story, ref random),
            GroupNames.Incident(story, ref random), GroupNames.Event(story, ref random), GroupNames.Document("txt", story, ref random),
            GroupNames.Document("csv", story, ref random), GroupNames.Document("zip", story, ref random),
            GroupNames.Report(story, ref random), GroupNames.CourseOfAction(story, ref random),
        };
        foreach (var type in GroupType.All) texts.Add(GroupTexts.Description(type, story, ref random));
        foreach (var type in IndicatorTypes.BuiltIn.All) texts.Add(IndicatorTexts.Description(type, story, ref random));
        foreach (var voice in Enum.GetValues<Voice>())
        {
            foreach (var language in (string[])["en", "de", "fr", "es", "ja"])
            {
                texts.Add(PostTexts.Post(voice, language, random.Below(100), story, ref random));
                texts.Add(PostTexts.Answer(voice, language, random.Chance(30), random.Below(100), story, ref random));
            }
            texts.Add(ProfileTexts.Other(voice, "Grauhafen", "Registrar", ref random));
        }
        foreach (var type in AttributeTypes.BuiltIn.All)
        {
            var value = AttributeTexts.Value(type, story, ref random);
            // Patterns of STIX have brackets of their own.
            if (!value.StartsWith('[')) texts.Add(value);
        }
        return texts;
    }
}
