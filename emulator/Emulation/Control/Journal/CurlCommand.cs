using System.Text;

namespace Emulation.Control.Journals;

/// <summary>A curl command that repeats a request. Secrets are replaced by shell variables, which a comment lists.</summary>
static class CurlCommand
{
    // Headers that curl derives from the URL and the body.
    private static readonly string[] s_derived = ["Host", "Content-Length", "Connection", "Transfer-Encoding", "Expect"];

    // Headers that curl adds unless they are given; an empty value suppresses one.
    private static readonly string[] s_defaults = ["Accept", "User-Agent", "Content-Type"];

    public static string Of(Exchange exchange)
    {
        var variables = new SortedSet<string>(StringComparer.Ordinal);
        var isWord = Shell.IsWord(exchange.RequestBody.Bytes.Span);
        var redacted = new RedactedExchange(
            exchange,
            name => Variable(name, variables),
            name => isWord ? Variable(name, variables) : Secrets.Hidden);
        var command = Command(redacted, isWord);
        // Secrets that occur only in the response have a variable too.
        variables.RemoveWhere(variable => !command.Contains($"\"${variable}\"", StringComparison.Ordinal));

        var text = new StringBuilder();
        foreach (var variable in variables) text.Append($"# Set {variable} first: its value is a secret, which is not shown.\n");
        if (exchange.Header("Timestamp") is not null && variables.Count > 0)
            text.Append("# A signature covers its time: the subcommand `sign` prints the two headers anew.\n");
        var (body, original) = (redacted.RequestBody, exchange.RequestBody);
        if (!isWord && !body.Bytes.Span.SequenceEqual(original.Bytes.Span))
            text.Append($"# Put your own in place of {Secrets.Hidden} in the body: it replaces a secret, which is not shown.\n");
        if (body.IsCut)
            text.Append($"# Of the body's {body.Length} bytes the first {body.Bytes.Length} were kept: this sends no more than those.\n");
        return text.Append(command).Append('\n').ToString();
    }

    private static string Variable(string name, SortedSet<string> variables)
    {
        var variable = Shell.VariableOf(name);
        variables.Add(variable);
        return Shell.Variable(variable);
    }

    private static string Command(RedactedExchange redacted, bool isWord)
    {
        var (method, body) = (redacted.Details.Method, redacted.RequestBody.Bytes);
        var hasData = !body.IsEmpty || method is "POST" or "PUT" or "PATCH";
        // -g: no globbing of brackets and braces in the URL. --path-as-is: dot segments are kept.
        List<string> arguments = ["curl -g --path-as-is"];
        if (method == "HEAD" && !hasData) arguments.Add("--head");
        else if (method != (hasData ? "POST" : "GET")) arguments.Add($"-X {Shell.Word(method)}");
        arguments.Add(Shell.Word(redacted.AbsoluteUrl));
        foreach (var header in redacted.RequestHeaders)
        {
            if (s_derived.Contains(header.Name, StringComparer.OrdinalIgnoreCase)) continue;
            // A header without a value ends in a semicolon.
            arguments.Add($"-H {Shell.Word(header.Value.Length == 0 ? $"{header.Name};" : $"{header.Name}: {header.Value}")}");
        }
        foreach (var name in s_defaults)
            if (redacted.RequestHeader(name) is null && (hasData || name != "Content-Type")) arguments.Add($"-H '{name}:'");
        if (hasData) arguments.Add(isWord ? $"--data-binary {Shell.Word(Encoding.UTF8.GetString(body.Span))}" : "--data-binary @-");
        var curl = string.Join(" \\\n  ", arguments);
        return isWord ? curl : $"{Shell.Print(body.Span)} | {curl}";
    }
}
