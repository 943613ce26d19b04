using System.Text;

namespace Emulation;

/// <summary>Standard output, where a failed write is an <see cref="OptionError"/>.</summary>
sealed class StandardOutput(TextWriter output) : TextWriter
{
    public override Encoding Encoding => output.Encoding;

    public override void Write(char value) => ThrowOptionErrorOnFailure(() => output.Write(value));

    public override void Write(string? value) => ThrowOptionErrorOnFailure(() => output.Write(value));

    public override void Write(char[] buffer, int index, int count) => ThrowOptionErrorOnFailure(() => output.Write(buffer, index, count));

    public override void WriteLine(string? value) => ThrowOptionErrorOnFailure(() => output.WriteLine(value));

    public override void Flush() => ThrowOptionErrorOnFailure(output.Flush);

    private static void ThrowOptionErrorOnFailure(Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            var reason = fault.Message.ReplaceLineEndings(" ");
            throw new OptionError($"standard output cannot be written ({reason}); redirect it to a file or to /dev/null");
        }
    }
}
