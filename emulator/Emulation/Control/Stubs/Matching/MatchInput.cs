using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Stubs.Matching;

/// <summary>One value of a request: a string, the bytes of a body, or absent. It is parsed as JSON once, when first needed.</summary>
sealed class MatchInput
{
    private readonly ReadOnlySequence<byte> _bytes;
    private readonly bool _isBody;
    private string? _text;
    private JsonElement? _json;
    private bool _parsed;

    public MatchInput(string? text, WorkBudget budget) => (_text, Budget) = (text, budget);

    /// <summary>A body. As in WireMock, an empty body counts as absent.</summary>
    public MatchInput(ReadOnlySequence<byte> body, WorkBudget budget) => (_bytes, _isBody, Budget) = (body, true, budget);

    /// <summary>The remaining work for the request.</summary>
    public WorkBudget Budget { get; }

    /// <summary>Null when the value is absent.</summary>
    public string? Text => _text ??= _isBody && !_bytes.IsEmpty ? Encoding.UTF8.GetString(_bytes) : null;

    public ReadOnlySequence<byte> Bytes => _isBody || _text is null ? _bytes : new(Encoding.UTF8.GetBytes(_text));

    /// <summary>Null when the value is not JSON.</summary>
    public JsonElement? Json
    {
        get
        {
            if (_parsed) return _json;
            _json = Bytes is { IsEmpty: false } bytes ? Members.Parse(bytes, new Defects()) : null;
            _parsed = true;
            return _json;
        }
    }
}
