using System.Text;

namespace Emulation.Tests.Control.Journals;

/// <summary>Takes a line of a POSIX shell apart into words, as the standard says for quotes, with variables from a list.</summary>
static class PosixWords
{
    public static List<string> Of(string command, IReadOnlyDictionary<string, string> variables)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        for (var i = 0; i < command.Length; i++)
        {
            var sign = command[i];
            if (sign == '\'')
            {
                var end = command.IndexOf('\'', i + 1);
                (word ??= new()).Append(command, i + 1, end - i - 1);
                i = end;
            }
            else if (sign == '"')
            {
                var end = command.IndexOf('"', i + 1);
                var inner = command[(i + 1)..end];
                inner.Should().StartWith("$", "nothing but a variable needs double quotes");
                (word ??= new()).Append(variables[inner[1..]]);
                i = end;
            }
            else if (sign == '\\')
            {
                if (command[++i] != '\n') (word ??= new()).Append(command[i]);
            }
            else if (sign is ' ' or '\n' or '|')
            {
                if (word is not null) words.Add(word.ToString());
                word = null;
                if (sign == '|') words.Add("|");
            }
            else
            {
                "$`&;<>()*?[]#~{}!".Should().NotContain(sign.ToString(), "the shell would take it as its own");
                (word ??= new()).Append(sign);
            }
        }
        if (word is not null) words.Add(word.ToString());
        return words;
    }

    /// <summary>What <c>printf</c> prints of a format without arguments.</summary>
    public static byte[] Printed(string format)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] == '%') i++;
            if (format[i] != '\\') bytes.Add((byte)format[i]);
            else
            {
                bytes.Add(Convert.ToByte(format.Substring(i + 1, 3), 8));
                i += 3;
            }
        }
        return [.. bytes];
    }
}
