using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Emulation.Seeding.Demo.Texts;
using Emulation.Seeding.Demo.Texts.Documents;

namespace Emulation.Tests.Seeding.Texts;

/// <summary>Documents are what their file names say.</summary>
class DocumentFileTests
{
    [Test]
    public void A_Word_document_is_a_package_with_its_parts()
    {
        foreach (var story in Facts.All.Take(30))
        {
            using var package = new ZipArchive(new MemoryStream(Document("docx", story)), ZipArchiveMode.Read);

            package.Entries.Select(entry => entry.FullName)
                .Should().Equal("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml");
            foreach (var entry in package.Entries)
            {
                using var part = entry.Open();
                XDocument.Load(part).Root.Should().NotBeNull();
            }
            using var document = package.GetEntry("word/document.xml")!.Open();
            XDocument.Load(document).Root!.Value.Should().Contain(story.Indicators.Host).And.Contain(story.Actor);
        }
    }

    [Test]
    public void A_table_has_the_same_number_of_fields_in_each_row()
    {
        foreach (var story in Facts.All.Take(30))
        {
            var lines = Encoding.UTF8.GetString(Document("csv", story)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

            lines[0].Should().Be("type,value,use,first_seen,actor");
            foreach (var line in lines) Fields(line).Should().Be(5, line);
        }
    }

    [Test]
    public void A_bundle_of_STIX_has_an_indicator_with_a_pattern()
    {
        foreach (var story in Facts.All.Take(30))
        {
            using var bundle = JsonDocument.Parse(Document("json", story));

            bundle.RootElement.GetProperty("type").GetString().Should().Be("bundle");
            var indicator = bundle.RootElement.GetProperty("objects")[0];
            indicator.GetProperty("spec_version").GetString().Should().Be("2.1");
            indicator.GetProperty("id").GetString().Should().StartWith("indicator--");
            indicator.GetProperty("pattern").GetString().Should().Contain(story.Indicators.Host);
        }
    }

    [Test]
    public void A_note_is_text_that_names_the_indicators()
    {
        foreach (var story in Facts.All.Take(30))
            Encoding.UTF8.GetString(Document("txt", story))
                .Should().Contain(story.Indicators.Address).And.Contain(story.Indicators.File.Best).And.NotContain("\r");
    }

    [Test]
    public void A_sample_is_a_zip_file_that_needs_its_password()
    {
        var bytes = Document("zip", Facts.Of(2));

        bytes.AsSpan(0, 4).ToArray().Should().Equal("PK\u0003\u0004"u8.ToArray());
        (bytes[6] & 1).Should().Be(1);
        Encoding.ASCII.GetString(bytes).Should().NotContain("removed");
        Decrypted(bytes).Should().EndWith("The sample was removed before this archive was shared.\n");
    }

    [TestCase("Notes on Łostów, May 2023", "csv", "notes-on-ost-w-may-2023.csv")]
    [TestCase("***", "txt", "m-.txt")]
    public void A_title_makes_a_file_name(string title, string extension, string expected) =>
        DocumentFile.FileName(title, extension).Should().Be(expected);

    private static byte[] Document(string extension, StoryFacts story)
    {
        var random = Facts.Random(9);
        return DocumentFile.Write(extension, "Notes & questions", story, ref random);
    }

    private static int Fields(string line)
    {
        var (count, quoted) = (1, false);
        foreach (var character in line)
        {
            if (character == '"') quoted = !quoted;
            if (character == ',' && !quoted) count++;
        }
        return count;
    }

    /// <summary>Decrypts the first entry as APPNOTE describes it, written a second time.</summary>
    private static string Decrypted(byte[] file)
    {
        var (size, name) = (BitConverter.ToInt32(file, 18), BitConverter.ToInt16(file, 26));
        uint[] keys = [0x12345678, 0x23456789, 0x34567890];
        foreach (var character in DocumentFile.SamplePassword) Update((byte)character);
        var plain = new StringBuilder();
        foreach (var cipher in file.AsSpan(30 + name, size))
        {
            var mask = (ushort)(keys[2] | 2);
            var value = (byte)(cipher ^ (byte)((mask * (mask ^ 1)) >> 8));
            Update(value);
            plain.Append((char)value);
        }
        return plain.ToString();

        void Update(byte value)
        {
            keys[0] = Crc(keys[0], value);
            keys[1] = ((keys[1] + (byte)keys[0]) * 134775813) + 1;
            keys[2] = Crc(keys[2], (byte)(keys[1] >> 24));
        }

        static uint Crc(uint crc, byte value)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            return crc;
        }
    }
}
