using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Emulation.Seeding.Demo.Texts.Signatures;

namespace Emulation.Seeding.Demo.Texts.Documents;

/// <summary>Documents that analysts attach: notes as text or Word, indicators as CSV or as a bundle of STIX.</summary>
static class DocumentFile
{
    public const string SampleExtension = "zip";
    public const string SamplePassword = "infected";

    private const int LongestName = 60;

    public static string[] Extensions { get; } = ["txt", "docx", "csv", "json"];

    private static readonly string[] s_notes =
    [
        "{^actor} is back in our data since {beginMonth}: {host} ({ip}) and {host2} answer to the same request.",
        "{^victim} sent logs of {system}; the first sign-in from {ip2} is [two days|a week] before the first alert.",
        "Sample {shortHash}… is {malware}, {kind}; it {behaviour}.",
        "Open: who is behind {sender}? The account was made [for these lures|years ago and probably taken over].",
        "Compared with earlier cases of {actor}: same order of steps, new [certificate|packer|hosting].",
        "{^team} blocked {host} at {few} sites; no new connections for {days} days.",
        "Working assumption: {aim}. Against it: nothing of {data} has turned up so far.",
        "Asked {victim} for [mail headers|the proxy log|an image of {system}]; answer expected within [a week|{days} days].",
        "{^alias} may be the same people: [{ip2} appears in both|same working hours|same lure, other language].",
    ];

    public static byte[] Write(string extension, string title, StoryFacts story, ref RandomStream random) => extension switch
    {
        "txt" => Encoding.UTF8.GetBytes(Text(title, story, ref random)),
        "docx" => WordFile.Write(
            title, story.Analyst, StoryFacts.Moment(story.Written), Paragraphs(story, ref random), IndicatorRows.Of(story)),
        "csv" => Encoding.UTF8.GetBytes(Csv(story)),
        "json" => Bundle(title, story, ref random),
        SampleExtension => Sample(story),
        _ => throw new InvalidOperationException($"Documents with the extension {extension} are not generated."),
    };

    /// <summary>A text as a file name.</summary>
    public static string FileName(string title, string extension)
    {
        var name = SignatureTexts.Identifier(title.Replace('\'', ' ')).ToLowerInvariant().Replace('_', '-');
        if (name.Length > LongestName) name = name[..name.LastIndexOf('-', LongestName)];
        return $"{name}.{extension}";
    }

    private static string Text(string title, StoryFacts story, ref RandomStream random)
    {
        var text = new StringBuilder(2000);
        text.Append(title).Append('\n').Append('=', title.Length).Append("\n\n");
        text.Append(StoryFacts.IsoDate(story.Written)).Append(", ").Append(story.Analyst).Append("\n\n");
        foreach (var note in Paragraphs(story, ref random))
            text.Append(note.StartsWith("# ", StringComparison.Ordinal) ? $"\n{note[2..]}\n\n" : $"- {note}\n");
        foreach (var row in IndicatorRows.Of(story)) text.Append(CultureInfo.InvariantCulture, $"  {row.Type,-10} {row.Value}\n");
        return text.ToString();
    }

    private static List<string> Paragraphs(StoryFacts story, ref RandomStream random)
    {
        var paragraphs = new List<string>();
        var first = random.Below(s_notes.Length);
        for (var i = 0; i < 4; i++) paragraphs.Add(Template.Expand(s_notes[(first + (i * 2)) % s_notes.Length], story, ref random));
        paragraphs.Add("# Course");
        foreach (var step in story.Steps)
        {
            var sentence = Template.Pick(step.Technique.Sentences, story, ref random);
            paragraphs.Add($"{StoryFacts.IsoDate(step.At)}, {step.Technique.Id}: {sentence}.");
        }
        paragraphs.Add("# Indicators");
        return paragraphs;
    }

    private static string Csv(StoryFacts story)
    {
        var text = new StringBuilder("type,value,use,first_seen,actor\r\n");
        foreach (var row in IndicatorRows.Of(story))
        {
            text.Append(Quoted(row.Type)).Append(',').Append(Quoted(row.Value)).Append(',').Append(Quoted(row.Use)).Append(',');
            text.Append(StoryFacts.IsoDate(story.Steps[0].At)).Append(',').Append(Quoted(story.Actor)).Append("\r\n");
        }
        return text.ToString();
    }

    private static byte[] Bundle(string title, StoryFacts story, ref RandomStream random)
    {
        var moment = StoryFacts.Moment(story.Written).ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture);
        using var file = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(file, options))
        {
            json.WriteStartObject();
            json.WriteString("type", "bundle");
            json.WriteString("id", $"bundle--{SigmaRules.Uuid(ref random)}");
            json.WriteStartArray("objects");
            json.WriteStartObject();
            json.WriteString("type", "indicator");
            json.WriteString("spec_version", "2.1");
            json.WriteString("id", $"indicator--{SigmaRules.Uuid(ref random)}");
            json.WriteString("created", moment);
            json.WriteString("modified", moment);
            json.WriteString("name", title);
            json.WriteString("pattern", Queries.Stix(story));
            json.WriteString("pattern_type", "stix");
            json.WriteString("valid_from", moment);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return file.ToArray();
    }

    /// <summary>What is passed on as a sample: a zip file with the usual password. It holds a note, for the demo has no malware.</summary>
    private static byte[] Sample(StoryFacts story)
    {
        var note = $"{story.Malware}, {story.Indicators.File.BestName} {story.Indicators.File.Best}\n"
            + "The sample was removed before this archive was shared.\n";
        return ZipFile.Write([("sample.txt", Encoding.ASCII.GetBytes(note))], StoryFacts.Moment(story.Written), SamplePassword);
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
