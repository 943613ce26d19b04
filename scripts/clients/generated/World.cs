using Generated.Control.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using ControlClient = Generated.Control.Client;

namespace GeneratedClients;

/// <summary>A world of this run, which is deleted at its end, and the credentials that the emulator lists.</summary>
sealed class World : IDisposable
{
    private const string Name = "generated-clients";

    private readonly string _url;
    private readonly HttpClient _http = new();

    private World(string url)
    {
        _url = url;
        _http.DefaultRequestHeaders.Add("X-Emulator-World", Name);
        Control = new ControlClient(Adapter());
    }

    public ControlClient Control { get; }

    public string WorldName => Name;

    public Info Info { get; private set; } = new();

    public static async Task<World> Create(string url)
    {
        var world = new World(url);
        await world.Control.Emulator.Worlds[Name].PutAsync(new ForkWorld());
        await world.Control.Emulator.Reset.PostAsync();
        world.Info = Check.Given(await world.Control.Emulator.Info.GetAsync());
        return world;
    }

    /// <summary>A credential of the first user of an API.</summary>
    public string Credential(string api, string name)
    {
        var accounts = (Microsoft.Kiota.Abstractions.Serialization.UntypedArray)Check.Given(Info.Credentials).AdditionalData[api];
        var first = (Microsoft.Kiota.Abstractions.Serialization.UntypedObject)accounts.GetValue().First();
        return ((Microsoft.Kiota.Abstractions.Serialization.UntypedString)first.GetValue()[name]).GetValue()!;
    }

    /// <summary>Requests with these headers, at a path of the emulator.</summary>
    public HttpClientRequestAdapter Adapter(string root = "", params (string Name, string Value)[] headers) =>
        new(new HeaderAuthentication(headers), httpClient: _http) { BaseUrl = _url + root };

    public void Dispose()
    {
        Control.Emulator.Worlds[Name].DeleteAsync().GetAwaiter().GetResult();
        _http.Dispose();
    }

    private sealed class HeaderAuthentication((string Name, string Value)[] headers) : IAuthenticationProvider
    {
        public Task AuthenticateRequestAsync(
            RequestInformation request, Dictionary<string, object>? context = null, CancellationToken cancellation = default)
        {
            foreach (var (name, value) in headers) request.Headers.Add(name, value);
            return Task.CompletedTask;
        }
    }
}
