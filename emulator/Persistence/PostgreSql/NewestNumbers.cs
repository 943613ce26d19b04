namespace Emulation.Persistence.PostgreSql;

/// <summary>
/// Asks the database for the numbers of the newest records. Requests that come while a question is being answered share the next one: the
/// answer to the running one may be older than they are.
/// </summary>
sealed class NewestNumbers(Database database, Availability availability) : IAsyncDisposable
{
    private readonly NewestQuestion _question = new(database);
    private readonly Lock _lock = new();
    private Task _asking = Task.CompletedTask;
    private Question? _next;
    private bool _isAsking;
    private bool _hasEnded;

    /// <summary>The number of a world's last record, 0 without one; null when the database cannot be reached.</summary>
    public async ValueTask<long?> Of(string world) =>
        await Answer(world) is { } numbers ? numbers.GetValueOrDefault(world) : null;

    /// <summary>The numbers of all worlds that exist; null when the database cannot be reached.</summary>
    public async ValueTask<IReadOnlyDictionary<string, long>?> All() => await Answer(null);

    /// <summary>Answers what was asked before, and then nothing more: the connection must not be closed while a question uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        Task asking;
        lock (_lock) (_hasEnded, asking) = (true, _asking);
        await asking;
        await _question.DisposeAsync();
    }

    private Task<Dictionary<string, long>?> Answer(string? world)
    {
        lock (_lock)
        {
            if (_hasEnded) return Task.FromResult<Dictionary<string, long>?>(null);
            var question = _next ??= new Question();
            if (world is null) question.IsOfAll = true;
            else question.Worlds.Add(world);
            if (!_isAsking) _asking = Ask();
            _isAsking = true;
            return question.Answer.Task;
        }
    }

    private async Task Ask()
    {
        // The first question, too, is taken after the lock was left.
        await Task.Yield();
        while (Take() is { } question) question.Answer.SetResult(await AnswerTo(question));
    }

    private Question? Take()
    {
        lock (_lock)
        {
            var question = _next;
            (_next, _isAsking) = (null, question is not null);
            return question;
        }
    }

    private async Task<Dictionary<string, long>?> AnswerTo(Question question)
    {
        try
        {
            return await _question.Ask(question.Worlds, question.IsOfAll);
        }
        catch (Exception fault)
        {
            availability.Failed(fault);
            return null;
        }
    }

    private sealed class Question
    {
        public HashSet<string> Worlds { get; } = new(StringComparer.Ordinal);

        public bool IsOfAll { get; set; }

        public TaskCompletionSource<Dictionary<string, long>?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
