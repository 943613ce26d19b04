using System.Buffers;
using System.Text;
using Emulation.Http.Json;
using Emulation.Tests.Graphs;
using FsCheck;
using FsCheck.Fluent;

namespace Emulation.Tests.Http.Json;

class JsonWriterTests
{
    [Test]
    public void Members_and_elements_are_separated_by_commas()
    {
        var text = Written((ref json) =>
        {
            json.StartObject();
            json.Number("id"u8, -5);
            json.StartArray("list"u8);
            json.Text("a");
            json.StartObject();
            json.EndObject();
            json.Null();
            json.Number(7UL);
            json.EndArray();
            json.StartArray("empty"u8);
            json.EndArray();
            json.Flag("on"u8, true);
            json.Number("rating"u8, 4.50m);
            json.Name("any \"name\"");
            json.Value("{}"u8);
            json.Name("hex"u8);
            json.Hex([0xAB, 1]);
            json.Name("base64"u8);
            json.Base64([1, 2, 3, 4]);
            json.StartObject("last"u8);
            json.EndObject();
            json.EndObject();
        });

        text.Should().Be("""{"id":-5,"list":["a",{},null,7],"empty":[],"on":true,"rating":4.50,"any \"name\"":{},"hex":"ab01","base64":"AQIDBA==","last":{}}""");
    }

    [Test]
    public void Texts_are_escaped_as_by_the_relaxed_encoder_of_the_framework() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null && IsUnicode(text)), Agrees).QuickCheckThrowOnFailure();

    [TestCase("\u007F\u0080\u2028\uFEFF\uFFFD")]
    [TestCase("<a href='x'>&amp;\"\\/</a>\t\r\n\b\f\u0001")]
    [TestCase("Привет, 世界 😀 é")]
    public void Unusual_characters_are_escaped_as_by_the_relaxed_encoder_of_the_framework(string text) => Agrees(text).Should().BeTrue();

    [Test]
    public void A_document_longer_than_a_buffer_is_whole()
    {
        var words = Enumerable.Range(0, 2000).Select(number => new string('x', number % 97)).ToArray();

        var text = Written((ref json) =>
        {
            json.StartArray();
            foreach (var word in words) json.Text(word);
            json.EndArray();
        });

        text.Should().Be($"[{string.Join(',', words.Select(word => $"\"{word}\""))}]");
    }

    [Test]
    public void A_cached_item_is_written_as_it_was_the_first_time()
    {
        var (cache, node, writes) = (new NodeCache(), new Item(1, 1, "a", 1) { Key = 7 }, 0);

        var text = Written((ref json) =>
        {
            json.StartArray();
            for (var i = 0; i < 4; i++)
            {
                cache.Write(ref json, new NodeCacheKey(node, null, 0), "b", (ref to, _, state) =>
                {
                    writes++;
                    to.StartObject();
                    to.Text("name"u8, state);
                    to.EndObject();
                });
            }
            json.EndArray();
        });

        text.Should().Be("""[{"name":"b"},{"name":"b"},{"name":"b"},{"name":"b"}]""");
        writes.Should().Be(2);
    }

    [Test]
    public void An_item_too_long_for_the_cache_is_written_whole()
    {
        var (cache, node, name) = (new NodeCache(), new Item(1, 1, "a", 1) { Key = 7 }, new string('n', NodeCache.Longest * 9));

        var text = Written((ref json) =>
        {
            json.StartArray();
            for (var i = 0; i < 3; i++) cache.Write(ref json, new NodeCacheKey(node, null, 0), name, (ref to, _, state) => to.Text(state));
            json.EndArray();
        });

        text.Should().Be($"[\"{name}\",\"{name}\",\"{name}\"]");
    }

    private static bool IsUnicode(string text) => !text.EnumerateRunes().Contains(Rune.ReplacementChar);

    private static bool Agrees(string text)
    {
        var expected = Encoding.UTF8.GetString(JsonBody.Bytes(json => json.WriteStringValue(text)).Span);
        return Written((ref json) => json.Text(text)) == expected
            && Written((ref json) => json.EscapedText(Encoding.UTF8.GetBytes(text))) == expected;
    }

    private static string Written(WriteJson write)
    {
        var buffer = new ArrayBufferWriter<byte>(16);
        var json = new JsonWriter(buffer, JsonEscaping.Relaxed);
        write(ref json);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
