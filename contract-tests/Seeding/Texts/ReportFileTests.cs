using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Emulation.Seeding.Demo.Texts;
using Emulation.Seeding.Demo.Texts.Documents;
using UglyToad.PdfPig;

namespace Emulation.Tests.Seeding.Texts;

/// <summary>Reports are PDF files that readers open.</summary>
class ReportFileTests
{
    [Test]
    public void A_reader_opens_a_report_and_finds_headings_and_every_indicator()
    {
        foreach (var story in Facts.All.Take(40))
        {
            using var document = PdfDocument.Open(Report(story));

            var text = string.Join('\n', document.GetPages().Select(page => page.Text));
            document.NumberOfPages.Should().BeInRange(2, 4);
            document.Information.Title.Should().Be("Course of an intrusion (part 1)");
            text.Should().ContainAll(
                "Summary", "Timeline", "Course of the intrusion", "Attribution", "Indicators", "Detection", "Recommendations");
            text.Should().ContainAll(story.Indicators.Host, story.Indicators.Address, story.Indicators.File.Best, story.Actor);
            foreach (var step in story.Steps) text.Should().Contain(step.Technique.Id);
        }
    }

    [Test]
    public void Each_page_has_its_number()
    {
        using var document = PdfDocument.Open(Report(Facts.Of(3)));

        foreach (var page in document.GetPages()) page.Text.Should().EndWith($"{page.Number} / {document.NumberOfPages}");
    }

    [Test]
    public void The_cross_reference_table_points_at_the_objects()
    {
        var text = Encoding.Latin1.GetString(Report(Facts.Of(4)));
        var start = int.Parse(
            Regex.Match(text, @"startxref\n(?<at>\d+)\n%%EOF\n$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["at"].Value,
            CultureInfo.InvariantCulture);
        var offsets = Regex.Matches(text[start..], @"(?<at>\d{10}) 00000 n ", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        text[start..].Should().StartWith($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < offsets.Count; i++)
            text[int.Parse(offsets[i].Groups["at"].Value, CultureInfo.InvariantCulture)..].Should().StartWith($"{i + 1} 0 obj\n");
    }

    [Test]
    public void Nothing_is_drawn_outside_the_page()
    {
        foreach (var story in Facts.All.Take(40))
        {
            using var document = PdfDocument.Open(Report(story));

            foreach (var page in document.GetPages())
                page.Letters.Should().OnlyContain(letter => letter.StartBaseLine.X >= 50 && letter.EndBaseLine.X <= 545
                    && letter.StartBaseLine.Y >= 30 && letter.StartBaseLine.Y <= 800);
        }
    }

    [Test]
    public void Letters_with_marks_are_kept()
    {
        var story = Facts.Of(5) with { Analyst = "Zoë Thornvale", Victim = Facts.Of(5).Victim with { City = "Österbruck", Name = "Łostów (West)" } };
        using var document = PdfDocument.Open(Report(story));

        var text = string.Join('\n', document.GetPages().Select(page => page.Text));
        text.Should().Contain("Zoë Thornvale").And.NotContain("?ost");
    }

    [Test]
    public void The_same_story_gives_the_same_bytes() => Report(Facts.Of(6)).Should().Equal(Report(Facts.Of(6)));

    private static byte[] Report(StoryFacts story)
    {
        var random = Facts.Random(9);
        return ReportFile.Write("Course of an intrusion (part 1)", story, ref random);
    }
}
