using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>Reads the numbers of the newest records by a connection and prepared statements of its own. For one caller at a time.</summary>
sealed class NewestQuestion(Database database) : IAsyncDisposable
{
    // A server that does not answer at all is noticed after this time.
    private const int SecondsOfAnAnswer = 5;

    private const string Numbers = $"SELECT name, last FROM {Schema.Name}.world";

    private readonly NpgsqlParameter<string> _world = new();
    private readonly NpgsqlParameter<string[]> _worlds = new();
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _ofOne;
    private NpgsqlCommand? _ofSome;
    private NpgsqlCommand? _ofAll;

    /// <summary>The number of each world that has one, deleted or not; and those of all worlds that exist.</summary>
    public async Task<Dictionary<string, long>> Ask(IReadOnlyCollection<string> worlds, bool andAll)
    {
        var isKnown = _connection is not null;
        try
        {
            if (!isKnown) await Connect();
            var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
            if (worlds.Count == 1)
            {
                _world.TypedValue = worlds.First();
                await Read(_ofOne!, numbers);
            }
            else if (worlds.Count > 1)
            {
                _worlds.TypedValue = [.. worlds];
                await Read(_ofSome!, numbers);
            }
            if (andAll) await Read(_ofAll!, numbers);
            return numbers;
        }
        catch (NpgsqlException fault) when (isKnown && fault.InnerException is not TimeoutException)
        {
            // The connection may be one to a server that was restarted since.
            await DisposeAsync();
            return await Ask(worlds, andAll);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>The numbers of all worlds that exist, by a given connection.</summary>
    public static async Task<Dictionary<string, long>> All(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand($"{Numbers} WHERE alive", connection);
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        await Read(command, numbers);
        return numbers;
    }

    /// <summary>The numbers of some worlds, deleted or not, by a given connection.</summary>
    public static async Task<Dictionary<string, long>> Of(NpgsqlConnection connection, string[] worlds)
    {
        await using var command = new NpgsqlCommand($"{Numbers} WHERE name = ANY ($1)", connection);
        command.Parameters.Add(Statements.Of(worlds));
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        await Read(command, numbers);
        return numbers;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in (NpgsqlCommand?[])[_ofOne, _ofSome, _ofAll])
        {
            command?.Parameters.Clear();
            if (command is not null) await command.DisposeAsync();
        }
        if (_connection is { } connection) await connection.DisposeAsync();
        (_connection, _ofOne, _ofSome, _ofAll) = (null, null, null, null);
    }

    private async Task Connect()
    {
        var connection = _connection = await database.Connect();
        _ofOne = Command(connection, $"{Numbers} WHERE name = $1", _world);
        _ofSome = Command(connection, $"{Numbers} WHERE name = ANY ($1)", _worlds);
        _ofAll = Command(connection, $"{Numbers} WHERE alive", null);
        (_world.TypedValue, _worlds.TypedValue) = ("", []);
        await _ofOne.PrepareAsync();
        await _ofSome.PrepareAsync();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, NpgsqlParameter? value)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = SecondsOfAnAnswer };
        if (value is not null) command.Parameters.Add(value);
        return command;
    }

    private static async Task Read(NpgsqlCommand command, Dictionary<string, long> numbers)
    {
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) numbers[reader.GetString(0)] = reader.GetInt64(1);
    }
}
