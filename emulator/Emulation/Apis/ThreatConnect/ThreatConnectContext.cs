using System.Text.Encodings.Web;
using System.Text.Json;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect;

/// <summary>Shared by all handlers: the options, values derived from them, and the cache of serialized list items.</summary>
sealed record ThreatConnectContext(ThreatConnectOptions Options)
{
    private readonly byte[] _linkBase = JsonEncodedText.Encode(Options.WeblinkBase, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
        .EncodedUtf8Bytes.ToArray();

    /// <summary>The start of web links, escaped for a JSON string.</summary>
    public ReadOnlySpan<byte> LinkBase => _linkBase;

    /// <summary>The cached bytes of list items without includes.</summary>
    public NodeCache ListItems { get; } = new();
}
