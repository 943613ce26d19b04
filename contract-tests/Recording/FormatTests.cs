using System.Text;
using System.Text.Json;
using Emulation.Recordings.Format;
using Json.Schema;

namespace Emulation.Tests.Recordings;

/// <summary>The file of a recording.</summary>
class FormatTests
{
    private static readonly RecordingHeader s_header = new()
    {
        Recording = 1, Version = "1.2.3", Started = Captured.Noon, Upstream = "https://upstream.example", Rules = "defaults",
    };

    [Test]
    public void What_was_written_is_read()
    {
        using var file = new MemoryStream();
        using (var writer = new RecordingWriter(new Kept(file), s_header))
        {
            writer.Write(Exchange("first"));
            writer.Write(Exchange("second \u00e4 \"quoted\"\n"));
        }

        var recording = Read(file.ToArray());

        recording.Header.Should().Be(s_header);
        recording.IsCut.Should().BeFalse();
        recording.Exchanges.Select(exchange => exchange.Number).Should().Equal(1, 2);
        recording.Exchanges[1].Response.Body!.Text.Should().Be("second \u00e4 \"quoted\"\n");
        recording.Exchanges[1].Request.Headers.Should().Equal(new RecordedHeader("Accept", "a"), new RecordedHeader("Accept", "b"));
    }

    [Test]
    public void Every_line_is_valid_by_the_schema()
    {
        var schema = JsonSchema.FromText(RecordingSchema.Text(RecordingSchema.OfRecording()));
        using var file = new MemoryStream();
        using (var writer = new RecordingWriter(new Kept(file), s_header)) writer.Write(Exchange("text"));

        foreach (var line in Encoding.UTF8.GetString(file.ToArray()).TrimEnd().Split('\n'))
        {
            using var document = JsonDocument.Parse(line);
            schema.Evaluate(document.RootElement).IsValid.Should().BeTrue(line);
        }
    }

    [Test]
    public void A_recording_that_broke_off_anywhere_is_readable_up_to_its_last_whole_exchange()
    {
        using var file = new MemoryStream();
        using (var writer = new RecordingWriter(new Kept(file), s_header))
            for (var i = 0; i < 3; i++) writer.Write(Exchange($"text {i}"));
        var bytes = file.ToArray();
        var lines = bytes.Select((value, at) => (value, at)).Where(pair => pair.value == '\n').Select(pair => pair.at).ToArray();

        for (var length = lines[0] + 1; length < bytes.Length; length++)
        {
            var recording = Read(bytes[..length]);

            // A line without its line feed is whole all the same.
            var whole = lines.Count(end => end <= length) - 1;
            recording.Exchanges.Should().HaveCount(whole, $"after {length} bytes");
            recording.IsCut.Should().Be(length > lines[whole] + 1, $"after {length} bytes");
        }
    }

    [Test]
    public void A_full_disk_leaves_whole_lines()
    {
        using var file = new MemoryStream();
        using var disk = new FullDisk(file, capacity: 1000);
        using var writer = new RecordingWriter(disk, s_header);
        var written = 0;

        var act = () =>
        {
            while (true)
            {
                writer.Write(Exchange("text"));
                written++;
            }
        };

        act.Should().Throw<IOException>();
        var recording = Read(file.ToArray());
        recording.IsCut.Should().BeFalse("the unfinished line was removed");
        recording.Exchanges.Should().HaveCount(written).And.NotBeEmpty();
    }

    [Test]
    public void Members_of_later_versions_are_skipped()
    {
        const string Text = """
            {"recording":1,"started":"2024-05-01T12:00:00Z","colour":"red"}
            {"number":1,"later":[1],"request":{"method":"GET","target":"/"},"response":{"status":204}}
            """;

        Read(Encoding.UTF8.GetBytes(Text)).Exchanges.Single().Response.Status.Should().Be(204);
    }

    [TestCase("", "line 1 is not the header of a recording")]
    [TestCase("{}", "line 1 is not the header of a recording")]
    [TestCase("""{"recording":2}""", "has format 2, this version reads 1")]
    [TestCase("""
        {"recording":1}
        nonsense
        {"number":1,"request":{"method":"GET","target":"/"},"response":{"status":204}}
        """, "line 2 is not an exchange")]
    public void A_file_that_is_no_recording_is_refused_with_its_reason(string text, string reason)
    {
        var act = () => Read(Encoding.UTF8.GetBytes(text));

        act.Should().Throw<OptionError>().WithMessage($"*{reason}*");
    }

    [Test]
    public void A_body_that_is_not_utf8_is_kept_byte_by_byte()
    {
        byte[] bytes = [0x22, 0xE4, 0xFF, 0x22];

        var (text, charset) = RecordedBody.Decode(bytes);

        new RecordedBody { Text = text, Charset = charset, Length = bytes.Length }.Bytes().Should().Equal(bytes);
    }

    private static RecordedExchange Exchange(string text) => new()
    {
        At = Captured.Noon,
        Milliseconds = 1.5,
        Api = "threatconnect",
        Request = new RecordedRequest { Method = "GET", Target = "/v2/owners", Headers = [new("Accept", "a"), new("Accept", "b")] },
        Response = new RecordedResponse { Status = 200, Body = new RecordedBody { Text = text, Length = text.Length } },
    };

    private static Emulation.Recordings.Format.Recording Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return RecordingReader.Read("a.rec", stream);
    }

    /// <summary>A stream that stays open when the writer closes it.</summary>
    private sealed class Kept(MemoryStream file) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => file.Write(buffer);
    }

    /// <summary>Takes a number of bytes, the last of them in the middle of a line.</summary>
    private sealed class FullDisk(MemoryStream file, int capacity) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var room = (int)Math.Min(buffer.Length, capacity - file.Length);
            file.Write(buffer[..room]);
            if (room < buffer.Length) throw new IOException("No space left on device");
        }

        public override void SetLength(long value) => file.SetLength(value);
    }
}
