using System.Buffers;
using System.Text;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Responses;

/// <summary>
/// Data for writing the items of one response: the graph, the includes, the time, and the start of web links.
/// </summary>
sealed class RenderContext(Call call, ThreatConnectContext context, Includes includes)
{
    private Owner? _owner;
    private byte[] _linkEnd = [];

    public Graph Graph { get; init; } = call.Graph;

    public Includes Includes => includes;

    /// <summary>Seconds since 1970.</summary>
    public long Now { get; } = call.Now.ToUnixTimeSeconds();

    public ReadOnlySpan<byte> LinkBase => context.LinkBase;

    public Owner OwnerOf(int id)
    {
        if (_owner?.Id == id) return _owner;
        (_owner, _linkEnd) = (Scope.OwnerOf(Graph, id), []);
        return _owner;
    }

    /// <summary>The owner at the end of most links, which is the same for all items of a list.</summary>
    public ReadOnlySpan<byte> LinkEndOf(int owner)
    {
        var name = OwnerOf(owner).Name;
        if (_linkEnd.Length > 0) return _linkEnd;
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("&owner="u8);
        FormEncoding.Encode(Encoding.UTF8.GetBytes(name), buffer);
        _linkEnd = buffer.WrittenSpan.ToArray();
        return _linkEnd;
    }
}

/// <summary>Form encoding: a space is a plus, and everything but letters, digits and <c>.-*_</c> is escaped.</summary>
static class FormEncoding
{
    private static readonly SearchValues<char> s_unescaped =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-*_");

    private static ReadOnlySpan<byte> HexDigits => "0123456789ABCDEF"u8;

    public static bool IsNeeded(string text) => text.AsSpan().ContainsAnyExcept(s_unescaped);

    public static void Encode(ReadOnlySpan<byte> text, IBufferWriter<byte> to)
    {
        var span = to.GetSpan(text.Length * 3);
        var length = 0;
        foreach (var character in text)
        {
            if (s_unescaped.Contains((char)character)) span[length++] = character;
            else if (character == ' ') span[length++] = (byte)'+';
            else
            {
                span[length++] = (byte)'%';
                span[length++] = HexDigits[character >> 4];
                span[length++] = HexDigits[character & 15];
            }
        }
        to.Advance(length);
    }
}
