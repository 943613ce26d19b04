using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Emulation.Http;
using Emulation.Recordings.Format;

namespace Emulation.Recordings.Drifts;

/// <summary>Sends requests to a world of an emulator, in this process or elsewhere.</summary>
/// <param name="api">Sends requests to the APIs, without headers of its own.</param>
/// <param name="control">Sends requests to the control plane.</param>
/// <param name="world">The world; null: the default one.</param>
sealed class EmulatorClient(HttpClient api, HttpClient control, string? world)
{
    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static readonly string[] s_contentHeaders = ["Content-Type", "Content-Encoding", "Content-Language", "Content-Disposition"];

    public async Task<PlayedResponse> Send(string method, string target, IReadOnlyList<RecordedHeader> headers, byte[]? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Address(api, target));
        if (body is not null) request.Content = new ByteArrayContent(body);
        foreach (var header in headers)
        {
            if (s_contentHeaders.Contains(header.Name, StringComparer.OrdinalIgnoreCase))
                request.Content?.Headers.TryAddWithoutValidation(header.Name, header.Value);
            else request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }
        if (world is not null) request.Headers.TryAddWithoutValidation(Worlds.Header, world);
        using var response = await api.SendAsync(request);
        var answer = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => new RecordedHeader(header.Key, value)));
        return new PlayedResponse((int)response.StatusCode, [.. answer], await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Makes the world anew, as its dataset is. A world that existed before is deleted.</summary>
    /// <exception cref="OptionError">The control plane refuses it.</exception>
    public async Task MakeWorld()
    {
        using var deleted = await control.DeleteAsync($"/_emulator/worlds/{world}");
        using var body = new StringContent("{}", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var made = await control.PostAsync($"/_emulator/worlds/{world}", body);
        if (made.StatusCode != HttpStatusCode.Created)
            throw new OptionError($"the emulator makes no world ({(int)made.StatusCode}); give --token, or --world with one that exists");
    }

    public async Task DeleteWorld()
    {
        using var deleted = await control.DeleteAsync($"/_emulator/worlds/{world}");
    }

    /// <summary>What the control plane says of the emulator: its version, dataset and credentials.</summary>
    /// <exception cref="OptionError">It does not answer as an emulator does.</exception>
    public async Task<JsonElement> Info()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(control, "/_emulator/info"));
        if (world is not null) request.Headers.TryAddWithoutValidation(Worlds.Header, world);
        using var response = await control.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (response.IsSuccessStatusCode && ParsedBody.Of(text) is { State: BodyState.Json, Values: [var info] }) return info;
        throw new OptionError(
            $"GET /_emulator/info answers {(int)response.StatusCode}; say with --url where the emulator is, and its --token");
    }

    private static Uri Address(HttpClient client, string target) =>
        new(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + target, s_asWritten);
}
