using Emulation.Http;
using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>
/// What an instance does besides answering: it listens to the others and follows them, keeps what requests alone moved, says which worlds
/// are in use, and notices when the database is there again.
/// </summary>
sealed class Background(LogContext log, SharedLog shared, Notifications notifications)
{
    private static readonly TimeSpan s_retry = TimeSpan.FromMilliseconds(500);

    // What requests alone move (stepped clocks, counters of faults and limits) is kept at least this often.
    private static readonly TimeSpan s_moved = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_inUse = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _stop = new();
    private Task[] _running = [];

    public void Start() => _running = [Task.Run(Listen), Task.Run(Keep)];

    public async Task Stop()
    {
        log.Availability.IsStopping = true;
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        if (!log.Availability.IsAway) await shared.KeepMoved();
    }

    private async Task Listen()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await log.Database.Connect(_stop.Token);
                await Listen(connection);
            }
            catch (Exception fault) when (log.IsExpected(fault) && !_stop.IsCancellationRequested)
            {
                await Wait(s_retry);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Listen(NpgsqlConnection connection)
    {
        connection.Notification += (_, notification) =>
        {
            if (notifications.WorldOf(notification.Payload) is { } world) _ = shared.FollowNow(world).AsTask();
        };
        await using var listen = new NpgsqlCommand($"LISTEN {Notifications.Channel}", connection);
        await listen.ExecuteNonQueryAsync(_stop.Token);
        await using var ping = new NpgsqlCommand("SELECT 1", connection);
        for (var isFirst = true; ; isFirst = false)
        {
            if (isFirst || log.Availability.IsAway)
            {
                await ping.ExecuteNonQueryAsync(_stop.Token);
                log.Availability.Reached();
                // Notifications were missed meanwhile.
                await shared.FollowAllNow();
            }
            await connection.WaitAsync(s_retry, _stop.Token);
        }
    }

    private async Task Keep()
    {
        for (var since = s_inUse; await Wait(s_moved); since += s_moved)
        {
            if (log.Availability.IsAway) continue;
            try
            {
                await shared.KeepMoved();
                if (since < s_inUse) continue;
                since = TimeSpan.Zero;
                await ShareUse();
                // In case a notification was lost with the instance that would have sent it.
                await shared.FollowAllNow();
            }
            catch (Exception fault) when (log.IsExpected(fault))
            {
                // It is tried again with the next turn.
            }
        }
    }

    /// <summary>A world that is used at one instance is not idle at the others.</summary>
    private async Task ShareUse()
    {
        string[] used = [.. log.Worlds.All.Where(world => world.Idle < s_inUse).Select(world => world.Name)];
        await using var connection = await log.Database.Connect();
        await using var statements = new Statements(connection)
            .Add($"UPDATE {Schema.Name}.world SET used = now() WHERE name = ANY ($1) AND alive", Statements.Of(used))
            .Add($"SELECT name FROM {Schema.Name}.world WHERE alive AND used > now() - interval '30 seconds'");
        await using var reader = await statements.Read();
        while (await reader.ReadAsync()) log.Worlds.Find(reader.GetString(0))?.Touch();
    }

    /// <summary>False when the process stops.</summary>
    private async Task<bool> Wait(TimeSpan time)
    {
        await Task.Delay(time, TimeProvider.System, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_stop.IsCancellationRequested;
    }
}
