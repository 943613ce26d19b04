using System.Text;

namespace Emulation;

/// <summary>Standard output, whose failure is an <see cref="OptionError"/> that names it.</summary>
sealed class StandardOutput(TextWriter output) : TextWriter
{
    public override Encoding Encoding => output.Encoding;

    public override void Write(char value) => Checked(() => output.Write(value));

    public override void Write(string? value) => Checked(() => output.Write(value));

    public override void Write(char[] buffer, int index, int count) => Checked(() => output.Write(buffer, index, count));

    public override void WriteLine(string? value) => Checked(() => output.WriteLine(value));

    public override void Flush() => Checked(output.Flush);

    private static void Checked(Action write)
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
