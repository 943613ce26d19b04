using System.Net.Http.Headers;
using System.Text.Json;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Tests.Apis.Deso;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Exports;

/// <summary>Sends what <see cref="RandomWrites"/> makes.</summary>
static class RandomRequests
{
    /// <summary>DeSo's writes are two steps: what is made is signed here and submitted.</summary>
    public static async Task<string> Send(Running emulator, Wish wish, string world = Worlds.Default)
    {
        var answer = await Sent(emulator, wish.Method, wish.Target, wish.Body, world, wish.ContentType);
        if (!wish.Target.StartsWith("/api/v0/", StringComparison.Ordinal) || !answer.StartsWith("200", StringComparison.Ordinal))
            return answer;
        using var answered = JsonDocument.Parse(answer.AsMemory(answer.IndexOf('{', StringComparison.Ordinal)));
        if (!answered.RootElement.TryGetProperty("TransactionHex", out var hex)) return answer;
        // Some values are no UTF-8, which no body of JSON could bring.
        var odd = wish.Body!.Length % 5 == 0;
        var wanted = Wallet.With(hex.GetString()!, made => odd
            && made.IsCreate
                ? made with { Metadata = made.Metadata with { AssociationValue = [0xFF, 0x41] }, ExtraData = ExtraData.Of([([0xFE], [0, 0xFF])]) }
                : made);
        var signed = Wallet.Signed(wanted, 0);
        return answer + await Sent(
            emulator, "POST", "/api/v0/submit-transaction", JsonBytes($$"""{"TransactionHex":"{{signed}}"}"""), world);
    }

    /// <summary>Status and body; 500 is never the right answer.</summary>
    public static async Task<string> Sent(
        Running emulator, string method, string target, byte[]? body, string world, string contentType = "application/json")
    {
        using var content = body is null ? null : new ByteArrayContent(body);
        if (content is not null) content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        using var response = await emulator.Send(method, target, content, (Worlds.Header, world));
        ((int)response.StatusCode).Should().NotBe(500, "{0} {1}", method, target);
        return $"{(int)response.StatusCode} {System.Text.Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync())}";
    }

    private static byte[] JsonBytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
