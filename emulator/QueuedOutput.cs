using System.Text;

namespace Emulation;

/// <summary>
/// Writes text to an output on a separate thread, through a bounded queue: a caller never waits, and never sees the output fail.
/// Text is dropped and counted while the queue is full; one line says how much was dropped when the output accepts text again.
/// </summary>
sealed class QueuedOutput(Stream output, int capacity = QueuedOutput.DefaultCapacity) : TextWriter
{
    /// <summary>In characters.</summary>
    private const int DefaultCapacity = 1 << 20;

    /// <summary>How long the process waits at its end for an output that accepts no text.</summary>
    private static readonly TimeSpan s_drainTime = TimeSpan.FromMilliseconds(500);

    private readonly Queue<string> _queue = new();

    /// <summary>Formats the line that reports how many lines were dropped.</summary>
    public Func<string, string> Format { get; set; } = line => line;

    private Thread? _writer;
    private int _length;
    private int _dropped;
    private bool _completed;

    public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public override void Write(char value) => Enqueue(value.ToString());

    public override void Write(string? value) => Enqueue(value ?? "");

    public override void Write(char[] buffer, int index, int count) => Enqueue(new string(buffer, index, count));

    public override void WriteLine(string? value) => Enqueue(value + Environment.NewLine);

    protected override void Dispose(bool disposing)
    {
        Thread? writer;
        lock (_queue)
        {
            _completed = true;
            Monitor.PulseAll(_queue);
            writer = _writer;
        }
        writer?.Join(s_drainTime);
        base.Dispose(disposing);
    }

    private void Enqueue(string text)
    {
        lock (_queue)
        {
            if (_completed) return;
            if (_length > 0 && _length + text.Length > capacity)
            {
                _dropped++;
                return;
            }
            _queue.Enqueue(text);
            _length += text.Length;
            if (_writer is null) Start();
            else Monitor.Pulse(_queue);
        }
    }

    private void Start()
    {
        _writer = new Thread(WriteAll) { IsBackground = true, Name = "output" };
        _writer.Start();
    }

    private void WriteAll()
    {
        var batch = new StringBuilder();
        while (TakeAll(batch))
        {
            try
            {
                output.Write(Encoding.GetBytes(batch.ToString()));
                output.Flush();
            }
            catch (Exception)
            {
                // A closed terminal or a full disk must not end the server; the text is lost.
            }
        }
    }

    /// <summary>Waits for text; false at the end.</summary>
    private bool TakeAll(StringBuilder batch)
    {
        batch.Clear();
        lock (_queue)
        {
            while (_queue.Count == 0 && !_completed) Monitor.Wait(_queue);
            while (_queue.TryDequeue(out var text)) batch.Append(text);
            if (_dropped > 0) batch.AppendLine(Format($"warning: {_dropped} lines were dropped because nothing read the output"));
            (_length, _dropped) = (0, 0);
        }
        return batch.Length > 0;
    }
}
