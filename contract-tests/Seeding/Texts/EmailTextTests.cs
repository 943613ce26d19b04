using System.Globalization;
using System.Text;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Tests.Seeding.Texts;

/// <summary>Phishing mail has headers of the standard, and a body that fits its pretext.</summary>
class EmailTextTests
{
    [Test]
    public void Headers_are_those_of_a_message()
    {
        foreach (var (story, mail) in Written())
        {
            var lines = mail.Header.Split('\n');
            var fields = lines.Where(line => line[0] != '\t').ToDictionary(
                line => line[..line.IndexOf(": ", StringComparison.Ordinal)],
                line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..],
                StringComparer.Ordinal);

            fields.Keys.Should().Contain(
                ["Return-Path", "Received", "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type"]);
            fields["From"].Should().EndWith($"<{story.Indicators.Sender}>");
            fields["To"].Should().Be($"<{mail.To}>");
            DateTimeOffset.TryParseExact(
                fields["Date"],
                "ddd, dd MMM yyyy HH:mm:ss zzz",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _).Should().BeTrue();
            Ascii.IsValid(mail.Header).Should().BeTrue();
            Subject(fields["Subject"]).Should().Be(mail.Subject);
        }
    }

    [Test]
    public void A_body_has_the_link_of_the_story_or_an_attachment()
    {
        foreach (var (story, mail) in Written())
        {
            (mail.Body.Contains(story.Indicators.Url, StringComparison.Ordinal)
                || mail.Body.Contains("[Attachment: ", StringComparison.Ordinal)).Should().BeTrue(mail.Body);
            mail.To.Should().EndWith("@" + story.Victim.Domain);
            mail.Body.Should().NotContainAny("{", "}", "|");
        }
    }

    private static IEnumerable<(StoryFacts Story, EmailText Mail)> Written()
    {
        for (var i = 0; i < Facts.Count; i++)
        {
            var story = Facts.Of(i);
            var random = Facts.Random(7000 + i);
            yield return (story, EmailTexts.Write(story, "m.quarrowby", ref random));
        }
    }

    private static string Subject(string value) => value.StartsWith("=?UTF-8?B?", StringComparison.Ordinal)
        ? Encoding.UTF8.GetString(Convert.FromBase64String(value[10..^2]))
        : value;
}
