using System.Globalization;
using System.Text;
using Emulation.Seeding.Demo.Texts.Pdf;
using Emulation.Seeding.Demo.Texts.Signatures;

namespace Emulation.Seeding.Demo.Texts.Documents;

/// <summary>A threat report as a PDF: summary, course, picture of the timeline, indicators, detection, recommendations.</summary>
static class ReportFile
{
    private static readonly string[] s_markings = ["TLP:AMBER", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"];
    private static readonly double[] s_widths = [66, 290, PdfLayout.Measure - 356];

    private static readonly string[] s_summaries =
    [
        "{^victim}, one of the {targets} in {country}, was attacked in {writtenMonth} by a group that we call {actor}. The intrusion began with {entry} and used {malware}, a {kind}. [We assess the aim to be|What was done points to] {aim}. This report describes the course of the attack, lists the indicators found and says what would have stopped it.",
        "This report is about {actor}, a group active since {beginMonth} against {targets}. It describes one intrusion in detail, at {victim} in {city}, because [its logs are complete|it was seen from the first day]. {^malware}, the {kind} used there, {behaviour}. The aim was {aim}.",
        "{^period}, {few} organizations of the {sector} sector reported {malware}. The intrusion at {victim} ({country}) is the [most recent|best documented] of them. We attribute it to {actor} with [moderate|high] confidence, on the strength of shared infrastructure and tooling.",
    ];

    private static readonly string[] s_attribution =
    [
        "The host {host} and the address {ip} were used in earlier intrusions of {actor}; the certificate on both has the same subject. The {kind} shares its encryption routine with samples of {beginMonth}. [Other groups could share the infrastructure, but we have not seen it|The lures are alike down to their spelling]. Confidence: [moderate|high].",
        "Three observations support the attribution to {actor}: the infrastructure ({host2} resolved to {ip2} when it was prepared), the order of the steps, which is that of {few} earlier cases, and working hours. None is proof by itself. {^alias}, as some call the group, is [probably the same|a part of it].",
    ];

    private static readonly string[] s_recommendations =
    [
        "Search logs since {begin} for {host}, {host2}, {ip} and {ip2}, and treat a hit as an incident.",
        "Require a second factor for every way in from outside, service providers included.",
        "Reject archives and macro documents from senders that are new to the organization.",
        "Patch systems that face the internet within [two|three] days of a fix and watch their upload folders.",
        "Give service accounts long, random passwords and no interactive sign-in.",
        "Alert on scheduled tasks and services whose files are in {folder}.",
        "Limit outbound traffic of servers to a list of destinations.",
        "Keep one backup offline and try a restore every quarter.",
        "Collect PowerShell script block logs and keep them for [90|180] days.",
    ];

    public static byte[] Write(string title, StoryFacts story, ref RandomStream random)
    {
        var layout = new PdfLayout($"{title} · {StoryFacts.Date(story.Written)}");
        layout.Title(random.Pick(s_markings), title, $"Threat report  ·  {StoryFacts.Date(story.Written)}  ·  {story.Analyst}");
        layout.Heading("Summary");
        layout.Paragraph(Template.Pick(s_summaries, story, ref random));
        AddCourse(layout, story, ref random);
        layout.Heading("Attribution");
        layout.Paragraph(Template.Pick(s_attribution, story, ref random));
        layout.Heading("Indicators");
        layout.Paragraph("Found in this intrusion. Times are UTC; hashes are of the files as they were on disk.");
        var rows = IndicatorRows.Of(story).Select(row => (string[])[row.Type, Printable(row), row.Use]);
        layout.Table(["Type", "Value", "Use"], s_widths, rows);
        layout.Heading("Detection");
        layout.Paragraph("The following pattern (STIX 2.1) matches what was seen on the network and on disk.");
        layout.Code(Queries.Stix(story));
        AddRecommendations(layout, story, ref random);
        return PdfDocument.Write(layout.Finish(), title, story.Analyst, StoryFacts.Moment(story.Written));
    }

    /// <summary>A value in the characters of the fonts: URLs with escapes, other text as an encoded word of a header.</summary>
    private static string Printable(IndicatorRow row)
    {
        if (PdfPage.CanShow(row.Value)) return row.Value;
        return row.Type == "URL" ? Escaped(row.Value) : EmailTexts.Encoded(row.Value);
    }

    private static string Escaped(string url)
    {
        var escaped = new StringBuilder(url.Length * 2);
        foreach (var value in Encoding.UTF8.GetBytes(url))
        {
            if (value < 128) escaped.Append((char)value);
            else escaped.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }
        return escaped.ToString();
    }

    private static void AddCourse(PdfLayout layout, StoryFacts story, ref RandomStream random)
    {
        layout.Heading("Timeline");
        var timeline = new Timeline(story.Steps, PdfLayout.Left, PdfLayout.Measure);
        var bottom = layout.Room(timeline.Height);
        timeline.Draw(layout.Page, bottom);
        layout.Heading("Course of the intrusion");
        foreach (var step in story.Steps)
        {
            var sentence = Template.Pick(step.Technique.Sentences, story, ref random);
            layout.Entry(
                $"{Tactics.Name(step.Technique.Tactic)}, {StoryFacts.Date(step.At)}",
                $"{sentence} ({step.Technique.Id}, {step.Technique.Name}).");
        }
    }

    private static void AddRecommendations(PdfLayout layout, StoryFacts story, ref RandomStream random)
    {
        layout.Heading("Recommendations");
        var first = random.Below(s_recommendations.Length);
        for (var i = 0; i < 4; i++)
            layout.Item(Template.Expand(s_recommendations[(first + (i * 2)) % s_recommendations.Length], story, ref random));
    }
}
