using System.Buffers;
using System.Text;
using Emulation.Http;

namespace Emulation.Tests.Http;

/// <summary>A text that cannot be read as one is met when a body is read, not when the text is asked for.</summary>
class JsonTextsTests
{
    [TestCase("""{"a":"plain"}""", true)]
    [TestCase("""{"a":"\ud83d\ude00"}""", true)]
    [TestCase("""{"a":"\uD83D\uDE00 \\ud800 \" \n"}""", true)]
    [TestCase("""{"\ud83d\ude00":1}""", true)]
    [TestCase("""{"a":"\ud83d"}""", false)]
    [TestCase("""{"a":"\ud83dx"}""", false)]
    [TestCase("""{"a":"\ud83d\n"}""", false)]
    [TestCase("""{"a":"\ude00"}""", false)]
    [TestCase("""{"a":"\ude00\ud83d"}""", false)]
    [TestCase("""{"a":["\ud83d\ud83d\ude00"]}""", false)]
    [TestCase("""{"\ud83d":1}""", false)]
    public void Surrogates_come_in_pairs(string body, bool read)
    {
        (Read(Encoding.UTF8.GetBytes(body)) is null).Should().Be(read);
    }

    [TestCase(0xFF)]
    [TestCase(0xC0)]
    [TestCase(0xED)]
    public void What_is_not_utf8_is_no_text(byte sign)
    {
        Read([.. "{\"a\":\""u8, sign, .. "\"}"u8])!.Pointer.Should().BeEmpty();
        Read([.. "{\""u8, sign, .. "\":1}"u8])!.Pointer.Should().BeEmpty();
    }

    [Test]
    public void A_body_in_pieces_is_read_like_one_in_one_piece()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"a":"ü\ud83d\ude00","b":"\ud83d"}""");
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            var last = new Piece(bytes.AsMemory(cut), null, cut);
            var first = new Piece(bytes.AsMemory(0, cut), last, 0);
            var defects = new Defects();
            Members.Parse(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length), defects).Should().BeNull();
        }
    }

    private static Defect? Read(byte[] body)
    {
        var defects = new Defects();
        Members.Parse(new ReadOnlySequence<byte>(body), defects);
        return defects.First;
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> bytes, Piece? next, long before) => (Memory, Next, RunningIndex) = (bytes, next, before);
    }
}
