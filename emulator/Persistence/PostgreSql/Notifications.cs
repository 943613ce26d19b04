using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>
/// Tells other instances which worlds have new records, a moment after these were committed and together. (A NOTIFY within their
/// transactions would make all commits wait for each other.) Default reads do not depend on it.
/// </summary>
sealed class Notifications(LogContext log, long instance)
{
    public const string Channel = Schema.Name;

    private readonly Lock _lock = new();
    private HashSet<string> _worlds = new(StringComparer.Ordinal);
    private bool _isSending;

    public void Add(string world)
    {
        lock (_lock)
        {
            _worlds.Add(world);
            if (_isSending) return;
            _isSending = true;
        }
        _ = Task.Run(Send);
    }

    /// <summary>The world that a notification of another instance names; null: it is our own.</summary>
    public string? WorldOf(string payload) =>
        payload.Split(' ') is [var sender, var world] && !string.Equals(sender, $"{instance}", StringComparison.Ordinal) ? world : null;

    private async Task Send()
    {
        while (Take() is { } worlds)
        {
            try
            {
                await using var connection = await log.Database.Connect();
                await using var command = new NpgsqlCommand(
                    $"SELECT pg_notify('{Channel}', $1 || ' ' || world) FROM unnest($2) AS world", connection);
                command.Parameters.Add(Statements.Of($"{instance}"));
                command.Parameters.Add(Statements.Of(worlds));
                await command.ExecuteNonQueryAsync();
            }
            catch (Exception fault) when (log.IsExpected(fault))
            {
                // Instances follow all worlds when they reach the database again.
            }
        }
    }

    private string[]? Take()
    {
        lock (_lock)
        {
            _isSending = _worlds.Count > 0;
            if (!_isSending) return null;
            string[] taken = [.. _worlds];
            _worlds = new HashSet<string>(StringComparer.Ordinal);
            return taken;
        }
    }
}
