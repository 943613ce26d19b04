using System.Text;

namespace Emulation.Tests.StartUp;

/// <summary>The bounded queue in front of an output.</summary>
[CancelAfter(30_000)]
class QueuedOutputTests
{
    [Test]
    public void Lines_arrive_in_order()
    {
        using var stream = new MemoryStream();
        using (var output = new QueuedOutput(stream))
            for (var i = 0; i < 1000; i++) output.WriteLine($"line {i}");

        Lines(stream).Should().Equal(Enumerable.Range(0, 1000).Select(i => $"line {i}"));
    }

    [Test]
    public void A_full_queue_drops_and_one_line_says_how_many()
    {
        using var stream = new GatedStream();
        using (var output = new QueuedOutput(stream, capacity: 100))
        {
            output.WriteLine("first");
            stream.Entered.Wait();
            for (var i = 0; i < 50; i++) output.WriteLine("0123456789");
            stream.Gate.Set();
        }

        var fits = 100 / ("0123456789" + Environment.NewLine).Length;
        Lines(stream).Should().Equal(
            ["first", .. Enumerable.Repeat("0123456789", fits), $"warning: {50 - fits} lines were dropped because nothing read the output"]);
    }

    [Test]
    public void A_line_longer_than_the_queue_is_written_when_the_queue_is_empty()
    {
        using var stream = new MemoryStream();
        using (var output = new QueuedOutput(stream, capacity: 10)) output.WriteLine(new string('x', 1000));

        Lines(stream).Should().Equal(new string('x', 1000));
    }

    [Test]
    public void An_output_that_fails_is_ignored_and_tried_again()
    {
        using var stream = new FailingStream { Failures = 1 };
        using (var output = new QueuedOutput(stream))
        {
            output.WriteLine("lost");
            stream.Failed.Wait();
            output.WriteLine("kept");
        }

        Lines(stream).Should().Equal("kept");
    }

    private static string[] Lines(MemoryStream stream) =>
        Encoding.UTF8.GetString(stream.ToArray()).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Takes nothing until its gate is open.</summary>
    private sealed class GatedStream : MemoryStream
    {
        public ManualResetEventSlim Entered { get; } = new();

        public ManualResetEventSlim Gate { get; } = new();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Entered.Set();
            Gate.Wait();
            base.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            Entered.Dispose();
            Gate.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class FailingStream : MemoryStream
    {
        public int Failures { get; set; }

        public ManualResetEventSlim Failed { get; } = new();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Failures-- <= 0)
            {
                base.Write(buffer);
                return;
            }
            Failed.Set();
            throw new IOException("No space left on device");
        }

        protected override void Dispose(bool disposing)
        {
            Failed.Dispose();
            base.Dispose(disposing);
        }
    }
}
