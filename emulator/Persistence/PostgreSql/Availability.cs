namespace Emulation.Persistence.PostgreSql;

/// <summary>Whether the database can be reached, with one line when that changes.</summary>
sealed class Availability(Database database, Action<string> notice)
{
    private readonly Lock _lock = new();
    private volatile bool _isAway;
    private string? _lastRefusal;

    /// <summary>Nothing is tried until it is reached again.</summary>
    public bool IsAway => _isAway;

    /// <summary>The process stops, so faults are expected.</summary>
    public bool IsStopping { get; set; }

    public void Failed(Exception fault)
    {
        if (IsStopping) return;
        if (!DatabaseFault.Is(fault))
        {
            Refused(fault is OptionError damage ? damage.Message : $"--data {database.Name}: {fault}");
            return;
        }
        var reason = DatabaseFault.ReasonOf(fault);
        if (!DatabaseFault.IsAway(fault))
        {
            Refused($"--data {database.Name}: a statement failed ({reason})");
            return;
        }
        lock (_lock)
        {
            if (_isAway) return;
            _isAway = true;
            database.Clear();
            notice($"--data {database.Name}: cannot be reached ({reason}); until it is back, changes are refused");
        }
    }

    /// <summary>A fault that says nothing about other requests; the same one is said once.</summary>
    public void Refused(string line)
    {
        lock (_lock)
        {
            if (string.Equals(line, _lastRefusal, StringComparison.Ordinal)) return;
            _lastRefusal = line;
            notice(line);
        }
    }

    public void Reached()
    {
        if (!_isAway) return;
        lock (_lock)
        {
            if (!_isAway) return;
            _isAway = false;
            notice($"--data {database.Name}: is reached again");
        }
    }
}
