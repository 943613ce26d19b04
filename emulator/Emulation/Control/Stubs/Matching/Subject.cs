using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Stubs.Matching;

/// <summary>One value of a request: a text, the bytes of a body, or nothing. It is parsed as JSON once, when it is needed.</summary>
sealed class Subject
{
    private readonly ReadOnlySequence<byte> _bytes;
    private readonly bool _isBody;
    private string? _text;
    private JsonElement? _json;
    private bool _parsed;

    public Subject(string? text, WorkBudget budget) => (_text, Budget) = (text, budget);

    /// <summary>A body. Without bytes it is nothing, as WireMock sees it.</summary>
    public Subject(ReadOnlySequence<byte> body, WorkBudget budget) => (_bytes, _isBody, Budget) = (body, true, budget);

    /// <summary>What looking at it may still cost.</summary>
    public WorkBudget Budget { get; }

    /// <summary>Null: it is not there.</summary>
    public string? Text => _text ??= _isBody && !_bytes.IsEmpty ? Encoding.UTF8.GetString(_bytes) : null;

    public ReadOnlySequence<byte> Bytes => _isBody || _text is null ? _bytes : new(Encoding.UTF8.GetBytes(_text));

    /// <summary>Null: it is not JSON.</summary>
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
