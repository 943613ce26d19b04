using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emulation.Apis.Deso;
using Emulation.Tests.Apis.Deso;
using Emulation.Tests.Support;
using Emulation.Tests.Support.Schemas;

namespace Emulation.Tests.Control.OpenApi;

/// <summary>
/// Requests whose answers have the members that neither the documented examples nor reads of the demo show: a line each with method,
/// target and body. A name after <c>@</c> in a line is replaced by the last value of that member in the answers before it.
/// </summary>
static partial class MemberRequests
{
    /// <summary>Members that no answer has in these tests, each with its reason.</summary>
    public static IReadOnlyList<string> Unseen { get; } =
    [
        // Only custom types of an instance have options in these parts of a value.
        "IndicatorType.value1Option", "IndicatorType.value2Option",
        // Only a dataset that says so gives attributes an xid of their own.
        "Attribute.xid",
        // A node has inputs only before its change to balances, and the emulator's node charges no fees of its own.
        "TransactionInput.TxID", "TransactionInput.Index", "TransactionFee.PublicKeyBase58Check", "TransactionFee.AmountNanos",
        // No longer there once the data is in place, which the tests wait for.
        "HealthStatus.percent",
        // The emulator has no known bug.
        "ExchangeBug.type", "ExchangeBug.message",
        // Only with --data.
        "Info.data", "InfoData.file", "InfoData.sequence", "InfoData.recordsSinceCheckpoint", "InfoData.bytes", "InfoData.failing",
        "InfoData.database", "InfoData.worlds", "InfoData.newest", "InfoData.behind", "InfoData.reads",
        // Only with the evidence of a comparison with the real service.
        "CoverageRoute.compared", "CoverageRoute.compared.at", "CoverageRoute.compared.upstream", "CoverageRoute.compared.answers",
        "CoverageRoute.compared.differences",
        // An answer that is no JSON, or longer than the view shows.
        "NodeAnswer.text",
    ];

    // More than the journal keeps of a body.
    private const int LargeBody = 70_000;

    public static async Task Send(string api, SeenMembers seen)
    {
        var options = new EmulatorOptions { Dataset = api == "threatconnect" ? "docs-9" : "docs" };
        options = options with { Deso = options.Deso with { Fields = FieldList.Current } };
        await using var running = await Running.InProcess(options, seen: seen);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in MemberRequestLines.Of(api).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            await Send(running, line, values);
        if (api == "deso") await Submit(running);
    }

    private static async Task Send(Running running, string line, Dictionary<string, string> values)
    {
        var parts = Name().Replace(line, match => values.GetValueOrDefault(match.Groups["name"].Value, match.Value)).Split(' ', 3);
        var text = parts.Length < 3 ? "" : parts[2].Replace("@large", new string('x', LargeBody), StringComparison.Ordinal);
        using var body = text.Length == 0 ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        if (body is not null) body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await running.Send(parts[0], parts[1], body, HeadersFor(parts[1]));
        if (response.Content.Headers.ContentType?.MediaType != "application/json") return;
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Keep(answer.RootElement, values);
    }

    private static (string Name, string Value)[] HeadersFor(string target)
    {
        if (target.StartsWith("/v2/", StringComparison.Ordinal))
            return [("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=")];
        return target.StartsWith("/api/auth/", StringComparison.Ordinal) && !target.EndsWith("/v2/keypair?own", StringComparison.Ordinal)
            ? [("Authorization", "Bearer emulator-bearer")]
            : [("api-key", "emulator-key"), ("api-secret", "emulator-secret")];
    }

    private static void Keep(JsonElement value, Dictionary<string, string> values)
    {
        if (value.ValueKind == JsonValueKind.Array) foreach (var item in value.EnumerateArray()) Keep(item, values);
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number) values[member.Name] = member.Value.ToString();
            else Keep(member.Value, values);
        }
    }

    /// <summary>A transaction that creates an association with a user, one with a post, and one that deletes the first.</summary>
    private static async Task Submit(Running running)
    {
        var (key, other) = (Wallet.Key(0), Wallet.Key(1));
        const string Post = "7bf79e2fe04f8eadb66b9877ce04d55b64e2663fb34b392c2f215ca9d6fba938";
        var terms = $"\"TransactorPublicKeyBase58Check\":\"{key}\",\"MinFeeRateNanosPerKB\":1000";
        var fees = $"\"TransactionFees\":[{{\"PublicKeyBase58Check\":\"{other}\",\"AmountNanos\":1}}]";
        var what = "\"AssociationType\":\"SEEN\",\"AssociationValue\":\"yes\"";
        var user = $"{{{terms},{fees},{what},\"TargetUserPublicKeyBase58Check\":\"{other}\"}}";
        var id = await Submit(running, "user-associations/create", user);
        await Submit(running, "post-associations/create", $"{{{terms},{what},\"PostHashHex\":\"{Post}\"}}");
        await Submit(running, "user-associations/delete", $"{{{terms},\"AssociationID\":\"{id}\"}}");
    }

    private static async Task<string> Submit(Running running, string route, string body)
    {
        var made = await Post(running, route, body);
        var signed = Wallet.Signed(made.GetProperty("TransactionHex").GetString()!, 0);
        return (await Post(running, "submit-transaction", $"{{\"TransactionHex\":\"{signed}\"}}")).GetProperty("TxnHashHex").GetString()!;
    }

    private static async Task<JsonElement> Post(Running running, string route, string body)
    {
        using var response = await running.Send("POST", $"/api/v0/{route}", new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue(text);
        return JsonDocument.Parse(text).RootElement;
    }

    [GeneratedRegex("@(?<name>[a-zA-Z]+ID|id|code|apiKey|apiSecret)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
