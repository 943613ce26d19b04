using System.Buffers;
using Emulation.Files;

namespace Emulation.Tests.Files;

/// <summary>A file as a sequence of bytes that are read when they are looked at.</summary>
class FileBytesTests
{
    [Test]
    public void All_bytes_are_there_in_any_order([Values(0, 1, 65_536, 65_537, 3_000_000)] int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, bytes);
        using (var opened = File.OpenHandle(path))
        {
            var file = FileBytes.Of(opened);
            file.All.ToArray().Should().Equal(bytes);
            // Further apart than pieces stay in memory.
            for (var at = length - 10; at > 0; at -= 70_001) file.All.Slice(at, 10).ToArray().Should().Equal(bytes[at..(at + 10)]);
            file.All.ToArray().Should().Equal(bytes, "a piece that was forgotten is read again");
        }
        File.Delete(path);
    }

    [Test]
    public void A_span_stays_as_it_was_when_others_are_read()
    {
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, bytes);
        using (var opened = File.OpenHandle(path))
        {
            var file = FileBytes.Of(opened);
            var first = file.All.FirstSpan;
            file.All.ToArray();

            first.SequenceEqual(bytes.AsSpan(0, first.Length)).Should().BeTrue();
        }
        File.Delete(path);
    }

    [Test]
    public void The_file_stays_open_for_the_one_who_opened_it()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "text");
        using (var opened = File.OpenHandle(path))
        {
            FileBytes.Of(opened).All.ToArray().Should().Equal("text"u8.ToArray());

            opened.IsClosed.Should().BeFalse();
            FileBytes.Of(opened).All.ToArray().Should().Equal("text"u8.ToArray());
        }
        File.Delete(path);
    }
}
