using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Bodies;

/// <summary>Writes what all objects have: dates, owners, links to the web. One for each answer.</summary>
sealed class Pen(Call call, Includes includes)
{
    private static readonly SearchValues<char> s_unescaped = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-*_");

    private const string HexDigits = "0123456789ABCDEF";

    // Escaped once, should it need it: what follows in a link never does.
    private readonly string _base = ((ThreatConnectApi)call.Api).EscapedWeblinkBase;
    private Owner? _owner;
    private Owner? _ending;
    private byte[] _endingBytes = [];
    private Owner? _named;
    private byte[] _name = [];
    private byte[] _link = [];
    private Line? _line;
    private int _length;

    public Graph Graph { get; init; } = call.Graph;

    public Includes Includes => includes;

    /// <summary>Seconds since 1970.</summary>
    public long Now { get; } = call.Now.ToUnixTimeSeconds();

    public Owner OwnerOf(int id) => _owner?.Id == id ? _owner : _owner = Scope.OwnerOf(Graph, id);

    /// <summary>The owner as an object where an item stands alone or with more than usual, its name in a plain list.</summary>
    public void Owner(Utf8JsonWriter json, int id, bool detailed)
    {
        var owner = OwnerOf(id);
        if (!detailed)
        {
            json.WriteString(Names.OwnerName, owner.Name);
            return;
        }
        json.WritePropertyName(Names.Owner);
        Owner(json, owner);
    }

    public static void Owner(Utf8JsonWriter json, Owner owner)
    {
        json.WriteStartObject();
        json.WriteNumber(Names.Id, owner.Id);
        json.WriteString(Names.Name, owner.Name);
        json.WriteString(Names.Type, TypeName(owner.Type));
        json.WriteEndObject();
    }

    /// <summary>2017-07-13T17:50:17Z.</summary>
    public static void Date(Utf8JsonWriter json, JsonEncodedText name, long seconds)
    {
        Span<byte> text = stackalloc byte[20];
        Date(text, seconds);
        json.WriteString(name, text);
    }

    /// <summary>The same into twenty bytes.</summary>
    public static void Date(Span<byte> text, long seconds)
    {
        var date = DateTime.UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond);
        Digits(text, 0, 4, date.Year);
        text[4] = (byte)'-';
        Digits(text, 5, 2, date.Month);
        text[7] = (byte)'-';
        Digits(text, 8, 2, date.Day);
        text[10] = (byte)'T';
        Digits(text, 11, 2, date.Hour);
        text[13] = (byte)':';
        Digits(text, 14, 2, date.Minute);
        text[16] = (byte)':';
        Digits(text, 17, 2, date.Second);
        text[19] = (byte)'Z';
    }

    public static void Date(Utf8JsonWriter json, JsonEncodedText name, long? seconds)
    {
        if (seconds is { } given) Date(json, name, given);
    }

    public static void Text(Utf8JsonWriter json, JsonEncodedText name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    /// <summary>With two decimals, as document 004 prints ratings; hundredths below 0 are unset.</summary>
    public static void Hundredths(Utf8JsonWriter json, JsonEncodedText name, short hundredths)
    {
        if (hundredths >= 0) json.WriteNumber(name, new decimal(hundredths, 0, 0, false, 2));
    }

    public static void Number(Utf8JsonWriter json, JsonEncodedText name, long number)
    {
        if (number >= 0) json.WriteNumber(name, number);
    }

    /// <summary>Begins a link; what follows is added by the methods below, until <see cref="EndLink"/>.</summary>
    public Pen Link(string path)
    {
        _length = 0;
        return Plain(_base).Plain(path);
    }

    public Pen Plain(string text)
    {
        Room(text.Length * 3);
        _length += Encoding.UTF8.GetBytes(text, _link.AsSpan(_length));
        return this;
    }

    public Pen Number(long number)
    {
        Room(20);
        number.TryFormat(_link.AsSpan(_length), out var written);
        _length += written;
        return this;
    }

    /// <summary>The last part of most links: whose the item is. Of the items of one list it is always the same.</summary>
    public Pen OwnedBy(int id)
    {
        var owner = OwnerOf(id);
        if (!ReferenceEquals(owner, _ending))
        {
            var before = _length;
            Plain("&owner=").Form(owner.Name);
            (_ending, _endingBytes) = (owner, _link[before.._length]);
            return this;
        }
        Room(_endingBytes.Length);
        _endingBytes.CopyTo(_link.AsSpan(_length));
        _length += _endingBytes.Length;
        return this;
    }

    /// <summary>As a form has it: a blank is a plus, everything but letters, digits and <c>.-*_</c> is escaped.</summary>
    public Pen Form(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(s_unescaped)) return Plain(text);
        Span<byte> small = stackalloc byte[256];
        var bytes = text.Length > 80 ? Encoding.UTF8.GetBytes(text) : small[..Encoding.UTF8.GetBytes(text, small)];
        Room(bytes.Length * 3);
        foreach (var one in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)one) || one is (byte)'.' or (byte)'-' or (byte)'*' or (byte)'_') _link[_length++] = one;
            else if (one == ' ') _link[_length++] = (byte)'+';
            else
            {
                _link[_length++] = (byte)'%';
                _link[_length++] = (byte)HexDigits[one >> 4];
                _link[_length++] = (byte)HexDigits[one & 15];
            }
        }
        return this;
    }

    /// <summary>The link so far; it needs no escaping, unless what it begins with does.</summary>
    public ReadOnlySpan<byte> LinkBytes => _link.AsSpan(0, _length);

    /// <summary>Where objects of plain lists are composed.</summary>
    public Line Line => _line ??= new Line();

    /// <summary>The name of an owner as JSON, with its quotes.</summary>
    public ReadOnlySpan<byte> OwnerName(int id)
    {
        var owner = OwnerOf(id);
        if (ReferenceEquals(owner, _named)) return _name;
        _named = owner;
        _name = [(byte)'"', .. JsonEncodedText.Encode(owner.Name, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"'];
        return _name;
    }

    public void EndLink(Utf8JsonWriter json)
    {
        json.WritePropertyName(Names.WebLink);
        Room(2);
        _link.AsSpan(0, _length).CopyTo(_link.AsSpan(1));
        _link[0] = _link[_length + 1] = (byte)'"';
        json.WriteRawValue(_link.AsSpan(0, _length + 2), skipInputValidation: true);
    }

    private void Room(int more)
    {
        if (_length + more > _link.Length) Array.Resize(ref _link, (_length + more) * 2);
    }

    private static void Digits(Span<byte> text, int at, int count, int number)
    {
        for (var i = at + count - 1; i >= at; i--, number /= 10) text[i] = (byte)('0' + (number % 10));
    }

    private static string TypeName(OwnerType type) => type switch
    {
        OwnerType.Organization => nameof(OwnerType.Organization),
        OwnerType.Community => nameof(OwnerType.Community),
        OwnerType.Source => nameof(OwnerType.Source),
        OwnerType.Individual => nameof(OwnerType.Individual),
        _ => throw new InvalidOperationException($"{type} is no type of owner."),
    };
}
