namespace Emulation.Logging;

/// <summary>The web server's own log, as lines of the terminal log.</summary>
sealed class DebugLog(TerminalLog log) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Category(log, categoryName);

    public void Dispose()
    {
        // The terminal log belongs to the emulator.
    }

    private sealed class Category(TerminalLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) log.Notice($"{logLevel} {name}: {formatter(state, exception)} {exception}".TrimEnd());
        }
    }
}
