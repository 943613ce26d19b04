using Emulation.Control.GraphView;

namespace Emulation.Tests.Control.GraphView;

class MentionTests
{
    [TestCase("Barley Glazier is back: cdn.example resolves to 192.0.2.1.", "Barley Glazier", "cdn.example", "192.0.2.1")]
    [TestCase("how Barley Glazier's people use ZanterShell", "Barley Glazier", "ZanterShell")]
    [TestCase("feed: http://x.example/a?b=1 family=JorumLoader", "http://x.example/a?b=1", "JorumLoader")]
    [TestCase("(see 2001:db8::1), said @Ada_Moor", "2001:db8::1", "Ada_Moor")]
    [TestCase("Operation Quiet Paddock", "Operation Quiet Paddock", "Quiet Paddock", "Operation Quiet")]
    public void Values_and_names_are_found_without_the_signs_around_them(string text, params string[] parts)
    {
        var found = Mentions.In(text).Select(part => part.Text);

        found.Should().Contain(parts);
    }

    [Test]
    public void Words_of_a_sentence_and_numbers_are_not_values()
    {
        Mentions.In("it was seen twice in 2023, on 443 hosts").Should().BeEmpty();
    }

    [Test]
    public void A_name_does_not_go_over_the_end_of_a_sentence()
    {
        Mentions.In("It was Barley. Glazier said so.").Select(part => part.Text).Should().NotContain("Barley. Glazier");
    }

    [Test]
    public void A_hashtag_is_marked_as_one()
    {
        Mentions.In("again #phishing").Should().Contain(new MentionedText("phishing", true));
    }
}
