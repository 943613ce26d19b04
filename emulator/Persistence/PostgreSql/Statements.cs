using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>Statements that are sent together, in one round trip. Outside of BEGIN and COMMIT they are one transaction.</summary>
sealed class Statements(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly NpgsqlBatch _batch = new(connection);

    public Statements Add(string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value);
        _batch.BatchCommands.Add(command);
        return this;
    }

    public Task Run() => _batch.ExecuteNonQueryAsync();

    public Task<NpgsqlDataReader> Read() => _batch.ExecuteReaderAsync();

    public ValueTask DisposeAsync() => _batch.DisposeAsync();

    public static NpgsqlParameter Of(string value) => new NpgsqlParameter<string> { TypedValue = value };

    public static NpgsqlParameter Of(string[] value) => new NpgsqlParameter<string[]> { TypedValue = value };

    public static NpgsqlParameter Of(long value) => new NpgsqlParameter<long> { TypedValue = value };

    public static NpgsqlParameter Of(long[] value) => new NpgsqlParameter<long[]> { TypedValue = value };

    public static NpgsqlParameter Of(int value) => new NpgsqlParameter<int> { TypedValue = value };

    public static NpgsqlParameter Of(bool value) => new NpgsqlParameter<bool> { TypedValue = value };

    public static NpgsqlParameter Of(byte[] value) => new NpgsqlParameter<byte[]> { TypedValue = value };
}
