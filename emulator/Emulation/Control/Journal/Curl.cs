using System.Text;

namespace Emulation.Control.Journals;

/// <summary>A command that repeats a request. In place of a secret stands a variable of the shell, and a comment says which.</summary>
static class Curl
{
    // curl makes these itself, of the URL and the body.
    private static readonly string[] s_made = ["Host", "Content-Length", "Connection", "Transfer-Encoding", "Expect"];

    // curl adds these when they are not there; an empty value leaves one out.
    private static readonly string[] s_added = ["Accept", "User-Agent", "Content-Type"];

    public static string Of(Exchange exchange)
    {
        var variables = new SortedSet<string>(StringComparer.Ordinal);
        var isWord = Shell.IsWord(exchange.RequestBody.Bytes.Span);
        var shown = new Shown(exchange, name => Named(name, variables), name => isWord ? Named(name, variables) : Secrets.Hidden);
        var text = new StringBuilder();
        var command = Command(shown, isWord);
        // The answer may have hidden more than the request did.
        variables.RemoveWhere(variable => !command.Contains($"\"${variable}\"", StringComparison.Ordinal));
        foreach (var variable in variables) text.Append($"# Set {variable} first: what it stands for is a secret, which is not shown.\n");
        if (exchange.Header("Timestamp") is not null && variables.Count > 0) text.Append("# A signature covers its time: the subcommand `sign` prints the two headers anew.\n");
        if (!isWord && !shown.RequestBody.Bytes.Span.SequenceEqual(exchange.RequestBody.Bytes.Span)) text.Append($"# Put your own in place of {Secrets.Hidden} in the body: it stands for a secret, which is not shown.\n");
        if (shown.RequestBody.IsCut) text.Append($"# Of the body's {shown.RequestBody.Length} bytes the first {shown.RequestBody.Bytes.Length} were kept: this sends no more than those.\n");
        return text.Append(command).Append('\n').ToString();
    }

    private static string Named(string name, SortedSet<string> variables)
    {
        var variable = Shell.VariableOf(name);
        variables.Add(variable);
        return Shell.Variable(variable);
    }

    private static string Command(Shown shown, bool isWord)
    {
        var (method, body) = (shown.Facts.Method, shown.RequestBody.Bytes);
        var hasData = !body.IsEmpty || method is "POST" or "PUT" or "PATCH";
        // -g: brackets and braces in a URL are meant as they are. --path-as-is: so are dots.
        List<string> words = ["curl -g --path-as-is"];
        if (method == "HEAD" && !hasData) words.Add("--head");
        else if (method != (hasData ? "POST" : "GET")) words.Add($"-X {Shell.Word(method)}");
        words.Add(Shell.Word(shown.AbsoluteUrl));
        foreach (var header in shown.RequestHeaders)
        {
            if (s_made.Contains(header.Name, StringComparer.OrdinalIgnoreCase)) continue;
            // A header without a value ends in a semicolon.
            words.Add($"-H {Shell.Word(header.Value.Length == 0 ? $"{header.Name};" : $"{header.Name}: {header.Value}")}");
        }
        foreach (var name in s_added)
            if (shown.RequestHeader(name) is null && (hasData || name != "Content-Type")) words.Add($"-H '{name}:'");
        if (hasData) words.Add(isWord ? $"--data-binary {Shell.Word(Encoding.UTF8.GetString(body.Span))}" : "--data-binary @-");
        var curl = string.Join(" \\\n  ", words);
        return isWord ? curl : $"{Shell.Print(body.Span)} | {curl}";
    }
}
