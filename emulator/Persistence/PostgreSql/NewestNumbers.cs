using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>
/// Asks the database for the numbers of the newest records. Requests that come while a question is being answered share the next one: the
/// answer to the running one may be older than they are.
/// </summary>
sealed class NewestNumbers(Database database, Availability availability)
{
    private const string OfSome = $"SELECT name, last FROM {Schema.Name}.world WHERE name = ANY ($1)";

    private const string OfAll = $"SELECT name, last FROM {Schema.Name}.world WHERE alive";

    // A server that does not answer at all is noticed after this time.
    private const int SecondsOfAnAnswer = 5;

    private readonly Lock _lock = new();
    private Question? _next;
    private bool _isAsking;

    /// <summary>The number of a world's last record, 0 without one; null when the database cannot be reached.</summary>
    public async ValueTask<long?> Of(string world) =>
        await Answer(world) is { } numbers ? numbers.GetValueOrDefault(world) : null;

    /// <summary>The numbers of all worlds that exist; null when the database cannot be reached.</summary>
    public async ValueTask<IReadOnlyDictionary<string, long>?> All() => await Answer(null);

    /// <summary>The numbers of all worlds that exist, by a given connection.</summary>
    public static async Task<Dictionary<string, long>> All(NpgsqlConnection connection)
    {
        await using var statements = new Statements(connection);
        return await Numbers(statements.Add(OfAll));
    }

    /// <summary>The numbers of some worlds, deleted or not, by a given connection.</summary>
    public static async Task<Dictionary<string, long>> Of(NpgsqlConnection connection, string[] worlds)
    {
        await using var statements = new Statements(connection);
        return await Numbers(statements.Add(OfSome, Statements.Of(worlds)));
    }

    private Task<Dictionary<string, long>?> Answer(string? world)
    {
        lock (_lock)
        {
            var question = _next ??= new Question();
            if (world is null) question.IsOfAll = true;
            else question.Worlds.Add(world);
            if (!_isAsking) _ = Ask();
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
            await using var connection = await database.Connect();
            await using var statements = new Statements(connection) { Timeout = SecondsOfAnAnswer };
            if (question.Worlds.Count > 0) statements.Add(OfSome, Statements.Of([.. question.Worlds]));
            if (question.IsOfAll) statements.Add(OfAll);
            return await Numbers(statements);
        }
        catch (Exception fault)
        {
            availability.Failed(fault);
            return null;
        }
    }

    private static async Task<Dictionary<string, long>> Numbers(Statements statements)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var reader = await statements.Read();
        do
        {
            while (await reader.ReadAsync()) numbers[reader.GetString(0)] = reader.GetInt64(1);
        }
        while (await reader.NextResultAsync());
        return numbers;
    }

    private sealed class Question
    {
        public HashSet<string> Worlds { get; } = new(StringComparer.Ordinal);

        public bool IsOfAll { get; set; }

        public TaskCompletionSource<Dictionary<string, long>?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
