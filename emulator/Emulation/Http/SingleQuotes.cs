namespace Emulation.Http;

/// <summary>Rewrites names and texts in single quotes, which WireMock's reader allows in mapping files, to standard JSON.</summary>
static class SingleQuotes
{
    public static byte[] Replace(byte[] json)
    {
        if (!json.AsSpan().Contains((byte)'\'')) return json;
        var output = new List<byte>(json.Length + 16);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] is (byte)'"') i = Copy(json, i, output);
            else if (json[i] is (byte)'/' && i + 1 < json.Length && json[i + 1] is (byte)'/' or (byte)'*') i = CopyComment(json, i, output);
            else if (json[i] is (byte)'\'') i = Convert(json, i, output);
            else output.Add(json[i]);
        }
        return [.. output];
    }

    private static int Copy(byte[] json, int at, List<byte> output)
    {
        output.Add(json[at++]);
        for (; at < json.Length; at++)
        {
            output.Add(json[at]);
            if (json[at] == '"') return at;
            if (json[at] == '\\' && at + 1 < json.Length) output.Add(json[++at]);
        }
        return at;
    }

    private static int CopyComment(byte[] json, int at, List<byte> output)
    {
        var isLine = json[at + 1] == '/';
        for (; at < json.Length; at++)
        {
            output.Add(json[at]);
            if (isLine ? json[at] == '\n' : json[at] == '/' && json[at - 1] == '*') return at;
        }
        return at;
    }

    private static int Convert(byte[] json, int at, List<byte> output)
    {
        output.Add((byte)'"');
        for (at++; at < json.Length && json[at] != '\''; at++)
        {
            if (json[at] == '"') output.Add((byte)'\\');
            else if (json[at] == '\\' && at + 1 < json.Length && json[at + 1] == '\'') at++;
            else if (json[at] == '\\' && at + 1 < json.Length) output.Add(json[at++]);
            output.Add(json[at]);
        }
        output.Add((byte)'"');
        return at;
    }
}
