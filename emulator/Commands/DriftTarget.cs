using Emulation.Recordings.Drifts;

namespace Emulation.Commands;

/// <summary>The emulator that a service is compared with: one in this process, or a world of a running one.</summary>
sealed class DriftTarget : IAsyncDisposable
{
    private readonly List<IDisposable> _clients = [];
    private Emulator? _emulator;
    private bool _hasOwnWorld;

    private DriftTarget(EmulatorClient client, string description) => (Client, Description) = (client, description);

    public EmulatorClient Client { get; }

    /// <summary>Version and dataset.</summary>
    public string Description { get; private set; }

    public static async Task<DriftTarget> InProcess(EmulatorOptions options)
    {
        var emulator = await Emulator.StartAsync(options);
        var (api, control) = (emulator.CreateClient(), emulator.CreateClient());
        var target = new DriftTarget(new EmulatorClient(api, control, null), "") { _emulator = emulator };
        return await target.Use(api, control);
    }

    /// <param name="connection">How it is reached.</param>
    /// <param name="world">A world that is used as it is; null: one of the command's own.</param>
    /// <param name="own">The name of the command's own world, which is made anew and deleted afterwards.</param>
    public static async Task<DriftTarget> Running(Connection connection, string? world, string own)
    {
        var (api, control) = (connection.Open(), connection.Open());
        // The token is for the control plane: an API would take it for its own credentials.
        api.DefaultRequestHeaders.Authorization = null;
        var target = new DriftTarget(new EmulatorClient(api, control, world ?? own), "") { _hasOwnWorld = world is null };
        if (world is null) await target.Client.MakeWorld();
        return await target.Use(api, control);
    }

    public async ValueTask DisposeAsync()
    {
        if (_hasOwnWorld) await Client.DeleteWorld();
        foreach (var client in _clients) client.Dispose();
        if (_emulator is not null) await _emulator.DisposeAsync();
    }

    private async Task<DriftTarget> Use(params HttpClient[] clients)
    {
        _clients.AddRange(clients);
        var info = await Client.Info();
        Description = $"emulator {ControlRequest.Text(info, "version")}, dataset {ControlRequest.Text(info, "dataset")}";
        return this;
    }
}
