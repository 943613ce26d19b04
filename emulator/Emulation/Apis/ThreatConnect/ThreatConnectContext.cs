using System.Text.Encodings.Web;
using System.Text.Json;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect;

/// <summary>What handlers need besides the request: the options, values derived from them, and the cache.</summary>
sealed record ThreatConnectContext(ThreatConnectOptions Options)
{
    private readonly byte[] _linkBase = JsonEncodedText.Encode(Options.WeblinkBase, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
        .EncodedUtf8Bytes.ToArray();

    /// <summary>The start of web links as it is written inside a JSON text.</summary>
    public ReadOnlySpan<byte> LinkBase => _linkBase;

    /// <summary>List items without includes: they depend on little, so their bytes are cached.</summary>
    public NodeCache ListItems { get; } = new();
}
