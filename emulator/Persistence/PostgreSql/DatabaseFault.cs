using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>What is wrong with a database: one line that names it and the remedy, and never a password.</summary>
static class DatabaseFault
{
    public static OptionError NoData(string name) => new($"{name} has no data; give a database that --data has begun");

    public static OptionError Foreign(string name) =>
        new($"--data {name}: its schema {Schema.Name} is not one of this emulator; give another database");

    public static OptionError Newer(string name, int format) =>
        new($"--data {name}: has the format {format}, and this version reads {Schema.Format}; use the version that wrote it");

    public static OptionError Damaged(string name, string what) =>
        new($"--data {name}: is damaged: {Line(what)}; restore a backup, or give another database");

    public static OptionError Of(string name, Exception fault) => new($"--data {name}: {TextOf(fault)}");

    /// <summary>Whether it is a fault of the database or of the way to it, and not one of this program.</summary>
    public static bool Is(Exception fault) =>
        fault is DbException or TimeoutException or IOException or SocketException or ObjectDisposedException or OperationCanceledException;

    /// <summary>Whether the database cannot be reached at all, rather than refuse one statement.</summary>
    public static bool IsAway(Exception fault) =>
        fault is not PostgresException refusal || refusal.SqlState[..2] is "08" or "57" or "58" or "XX" || refusal.SqlState == "53300";

    public static string ReasonOf(Exception fault) =>
        Line(fault is PostgresException refusal ? refusal.MessageText : Innermost(fault).Message);

    private static string TextOf(Exception fault) => fault is not PostgresException refusal
        ? $"cannot be reached ({ReasonOf(fault)}); start the server, or correct the address"
        : refusal.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"refuses the user ({ReasonOf(fault)}); give the password in PGPASSWORD, or correct the user",
            PostgresErrorCodes.InvalidCatalogName => $"has no such database ({ReasonOf(fault)}); create it with createdb",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"does not allow it ({ReasonOf(fault)}); grant CREATE on the database, or own the schema {Schema.Name}",
            _ => $"cannot be used ({ReasonOf(fault)})",
        };

    private static Exception Innermost(Exception fault) => fault.InnerException is { } inner ? Innermost(inner) : fault;

    private static string Line(string text) => text.ReplaceLineEndings(" ").TrimEnd('.');
}
