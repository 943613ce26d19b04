using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Apis.Deso;
using Emulation.Graphs.Deso;
using Emulation.Tests.Support;

namespace Emulation.Tests.Apis.Deso;

/// <summary>An answer of the node, with its body read.</summary>
sealed record Answer(int Status, string Text, HttpResponseMessage Response)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The text of the error envelope.</summary>
    public string? Error => Json.GetProperty("error").GetString();

    public string? ContentType => Header("Content-Type");

    /// <summary>The ids of the associations in a list.</summary>
    public string[] Ids =>
        [.. Json.GetProperty("Associations").EnumerateArray().Select(one => one.GetProperty("AssociationID").GetString()!)];

    public string[] Values =>
        [.. Json.GetProperty("Associations").EnumerateArray().Select(one => one.GetProperty("AssociationValue").GetString()!)];

    public string? Header(string name) =>
        Response.Headers.NonValidated.TryGetValues(name, out var values)
            || Response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? string.Join(",", values)
            : null;
}

/// <summary>A node on a real socket with data of the test's own.</summary>
sealed class DesoNode : IAsyncDisposable
{
    private readonly Running _running;

    private DesoNode(Running running) => _running = running;

    public Running Running => _running;

    internal static async Task<DesoNode> With(DesoData data, DesoOptions? options = null)
    {
        var file = Path.Combine(
            Path.GetTempPath(), $"deso-{Environment.ProcessId}-{TestContext.CurrentContext.Test.ID}-{data.GetHashCode()}.json");
        await File.WriteAllTextAsync(file, data.ToString());
        try
        {
            return new DesoNode(await Running.OnKestrel(new EmulatorOptions { Dataset = file, Deso = options ?? new DesoOptions() }));
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static async Task<DesoNode> Of(string dataset, DesoOptions? options = null) =>
        new(await Running.OnKestrel(new EmulatorOptions { Dataset = dataset, Deso = options ?? new DesoOptions() }));

    public Task<Answer> Get(string target) => Send("GET", target);

    public Task<Answer> Post(string target, string body, string? type = "application/json") =>
        Post(target, Encoding.UTF8.GetBytes(body), type);

    public Task<Answer> Post(string target, byte[] body, string? type = "application/json")
    {
        var content = new ByteArrayContent(body);
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        return Send("POST", target, content);
    }

    public Task<Answer> Query(string kind, object body) => Post($"/api/v0/{kind}-associations/query", body.ToString()!);

    public async Task<Answer> Send(string method, string target, HttpContent? body = null, params (string, string)[] headers)
    {
        var response = await _running.Send(method, target, body, headers);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public ValueTask DisposeAsync() => _running.DisposeAsync();
}

/// <summary>Rows of a dataset, and names for what tests talk about.</summary>
sealed class DesoData
{
    private readonly JsonArray _profiles = [];
    private readonly JsonArray _posts = [];
    private readonly JsonArray _user = [];
    private readonly JsonArray _post = [];
    private readonly JsonArray _derived = [];
    private uint? _height;

    /// <summary>The printed form of the key that ends in <paramref name="number"/>.</summary>
    public static string Key(int number, Network network = Network.Testnet) =>
        Encoding.ASCII.GetString(Base58Check.Print(Base58Check.PublicPrefix(network), KeyBytes(number)));

    public static byte[] KeyBytes(int number) => [2, .. new byte[30], (byte)(number >> 8), (byte)number];

    /// <summary>A hash whose first bytes are the number, so that hashes sort as their numbers do.</summary>
    public static string Hash(int number) => number.ToString("x8", System.Globalization.CultureInfo.InvariantCulture) + new string('0', 56);

    public DesoData Height(uint height)
    {
        _height = height;
        return this;
    }

    public DesoData Profile(int key, string name, JsonObject? more = null)
    {
        var row = more ?? [];
        row["publicKey"] = Key(key);
        row["username"] = name;
        _profiles.Add(row);
        return this;
    }

    public DesoData Post(int hash, int poster, JsonObject? more = null)
    {
        var row = more ?? [];
        row["hash"] = Hash(hash);
        row["poster"] = Key(poster);
        _posts.Add(row);
        return this;
    }

    public DesoData User(
        int id, int transactor, int target, string type, string value, int? app = null, JsonObject? extra = null, uint height = 1)
    {
        var row = Row(id, transactor, type, value, app, extra, height);
        row["target"] = Key(target);
        _user.Add(row);
        return this;
    }

    public DesoData Reaction(
        int id, int transactor, int post, string type, string value, int? app = null, JsonObject? extra = null, uint height = 1)
    {
        var row = Row(id, transactor, type, value, app, extra, height);
        row["post"] = Hash(post);
        _post.Add(row);
        return this;
    }

    public DesoData Derived(string owner, string derived, ulong until, bool valid = true)
    {
        _derived.Add(new JsonObject { ["owner"] = owner, ["derived"] = derived, ["expirationBlock"] = until, ["isValid"] = valid });
        return this;
    }

    /// <summary>A row as it stands.</summary>
    public DesoData ProfileRow(JsonObject row)
    {
        _profiles.Add(row);
        return this;
    }

    public override string ToString()
    {
        var file = new JsonObject
        {
            ["format"] = 1, ["name"] = "test", ["start"] = "2024-01-01T00:00:00Z", ["profiles"] = _profiles.DeepClone(), ["posts"] = _posts.DeepClone(),
            ["userAssociations"] = _user.DeepClone(), ["postAssociations"] = _post.DeepClone(), ["derivedKeys"] = _derived.DeepClone(),
        };
        if (_height is { } height) file["chain"] = new JsonObject { ["height"] = height };
        return file.ToJsonString();
    }

    private static JsonObject Row(int id, int transactor, string type, string value, int? app, JsonObject? extra, uint height)
    {
        var row = new JsonObject { ["id"] = Hash(id), ["transactor"] = Key(transactor), ["type"] = type, ["value"] = value, ["blockHeight"] = height };
        if (app is { } number) row["app"] = Key(number);
        if (extra is not null) row["extraData"] = extra;
        return row;
    }
}
