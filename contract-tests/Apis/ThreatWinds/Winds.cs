using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Graphs.ThreatWinds;
using Emulation.Tests.Support;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>A ThreatWinds emulator on Kestrel with a dataset of the test's own, and a caller's way to ask it.</summary>
sealed class Winds : IAsyncDisposable
{
    public static readonly (string, string) Bearer = ("Authorization", "Bearer emulator-bearer");
    public static readonly (string, string) Limited = ("Authorization", "limited-bearer");

    private readonly Running _running;
    private readonly string? _file;

    private Winds(Running running, HandClock clock, string? file) => (_running, Clock, _file) = (running, clock, file);

    public HandClock Clock { get; }

    public Running Running => _running;

    /// <summary>On a built-in dataset.</summary>
    public static Task<Winds> On(string dataset = "docs", Func<EmulatorOptions, EmulatorOptions>? options = null) =>
        Start(dataset, null, options);

    /// <summary>On rows: entities by name, relations between them.</summary>
    public static async Task<Winds> On(Data data, Func<EmulatorOptions, EmulatorOptions>? options = null)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        await File.WriteAllTextAsync(file, data.ToJson());
        return await Start(file, file, options);
    }

    public Task<Answer> Get(string target, params (string, string)[] headers) => Send("GET", target, null, headers);

    /// <summary>As the default caller unless headers are given.</summary>
    public Task<Answer> Send(string method, string target, string? body, params (string, string)[] headers) =>
        SendAs(headers.Length == 0 ? [Bearer] : headers, method, target, body);

    /// <summary>Without any credentials.</summary>
    public Task<Answer> Bare(string method, string target, string? body = null) => SendAs([], method, target, body);

    public async Task<Answer> SendAs((string, string)[] headers, string method, string target, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body);
        using var response = await _running.Send(method, target, content, headers);
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _running.DisposeAsync();
        if (_file is not null) File.Delete(_file);
    }

    private static async Task<Winds> Start(string dataset, string? file, Func<EmulatorOptions, EmulatorOptions>? options)
    {
        var clock = new HandClock(new DateTimeOffset(2023, 6, 20, 12, 0, 0, TimeSpan.Zero));
        var start = new EmulatorOptions { Dataset = dataset };
        return new Winds(await Running.OnKestrel(options?.Invoke(start) ?? start, clock), clock, file);
    }
}

/// <summary>What came back.</summary>
sealed class Answer
{
    private readonly Dictionary<string, string> _headers;

    public Answer(HttpResponseMessage response, string text)
    {
        Status = (int)response.StatusCode;
        Text = text;
        _headers = response.Headers.Concat(response.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
    }

    public int Status { get; }

    public string Text { get; }

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>The ids of a list's results.</summary>
    public string[] Ids => [.. Json.GetProperty("results").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    public int Items => Json.GetProperty("items").GetInt32();

    public int Pages => Json.GetProperty("pages").GetInt32();

    /// <summary>An error of this API: status, text, and both headers that repeat the body.</summary>
    public void ShouldRefuse(int status, string text)
    {
        Status.Should().Be(status, Text);
        Header("Content-Type").Should().Be("application/json; charset=utf-8");
        Json.EnumerateObject().Select(member => member.Name).Should().Equal("uuid", "error");
        Json.GetProperty("error").GetString().Should().Be(text);
        Header("x-error").Should().Be(text);
        var id = Json.GetProperty("uuid").GetString()!;
        id.Should().MatchRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        Header("x-error-id").Should().Be(id);
    }
}

/// <summary>Rows of a dataset.</summary>
sealed class Data
{
    private readonly JsonArray _entities = [];
    private readonly JsonArray _relations = [];
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>Accounts instead of the built-in ones.</summary>
    public JsonArray? Users { get; init; }

    /// <summary>A text entity; its value is the name. Without a time it is older than all with one.</summary>
    public Data Entity(string name, string? at = null, string type = "text", Action<JsonObject>? more = null)
    {
        var row = new JsonObject
        {
            ["type"] = type,
            ["@timestamp"] = at ?? "2023-01-01T00:00:00Z",
            ["attributes"] = new JsonObject { [type] = name },
        };
        more?.Invoke(row);
        _ids[name] = row["id"]?.GetValue<string>() ?? Ids.OfEntity(type, name);
        _entities.Add(row);
        return this;
    }

    public Data Related(string from, string to, string mode = "association", string[]? visibleBy = null)
    {
        var row = new JsonObject { ["entityID"] = _ids[from], ["relatedEntityID"] = _ids[to], ["mode"] = mode };
        if (visibleBy is not null) row["visibleBy"] = new JsonArray([.. visibleBy.Select(group => JsonValue.Create(group))]);
        _relations.Add(row);
        return this;
    }

    public string IdOf(string name) => _ids[name];

    public string NameOf(string id) => _ids.First(pair => pair.Value == id).Key;

    /// <summary>The names behind ids, joined by blanks.</summary>
    public string Names(IEnumerable<string> ids) => string.Join(' ', ids.Select(NameOf));

    public string ToJson()
    {
        var root = new JsonObject { ["format"] = 1, ["name"] = "test", ["start"] = "2023-06-20T12:00:00Z", ["entities"] = _entities.DeepClone(), ["entityRelations"] = _relations.DeepClone() };
        if (Users is not null) root["credentials"] = new JsonObject { ["threatWinds"] = Users.DeepClone() };
        return root.ToJsonString();
    }

    public static string At(int second) =>
        DateTimeOffset.UnixEpoch.AddSeconds(1_680_000_000 + second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
