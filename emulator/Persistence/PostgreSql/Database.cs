using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>Connections to the database that instances share.</summary>
sealed class Database : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnectionStringBuilder _settings;

    public Database(DatabaseUrl url)
    {
        Name = url.Name;
        _settings = new NpgsqlConnectionStringBuilder(url.Settings.ConnectionString)
        {
            ApplicationName = "api-emulator",
            MaxPoolSize = 24,
            NoResetOnClose = true,
            MaxAutoPrepare = 40,
            AutoPrepareMinUsages = 2,
            CommandTimeout = 20,
            CancellationTimeout = 2000,
            TcpKeepAlive = true,
            GssEncryptionMode = GssEncryptionMode.Disable,
            // An instance that stops in the middle of a change (a machine that is gone, say) holds its worlds no longer than 60 s.
            Options = "-c idle_in_transaction_session_timeout=60s -c lock_timeout=15s",
        };
        if (!url.Settings.ShouldSerialize("Timeout")) _settings.Timeout = 5;
        _source = SourceOf(_settings);
    }

    /// <summary>The address without its password.</summary>
    public string Name { get; }

    public ValueTask<NpgsqlConnection> Connect(CancellationToken cancel = default) => _source.OpenConnectionAsync(cancel);

    public NpgsqlConnection ConnectNow() => _source.OpenConnection();

    /// <summary>A source of connections of its own, whose commands have no time limit.</summary>
    public NpgsqlDataSource WithoutTimeout() =>
        SourceOf(new NpgsqlConnectionStringBuilder(_settings.ConnectionString)
        {
            Pooling = false, CommandTimeout = 0, Options = "",
        });

    /// <summary>Closes the connections that wait for use: after the server was away they are broken.</summary>
    public void Clear() => _source.Clear();

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    // The parts of the driver that are needed, so that the native executable holds no others.
    private static NpgsqlDataSource SourceOf(NpgsqlConnectionStringBuilder settings) =>
        new NpgsqlSlimDataSourceBuilder(settings.ConnectionString).EnableTransportSecurity().EnableArrays().Build();
}
