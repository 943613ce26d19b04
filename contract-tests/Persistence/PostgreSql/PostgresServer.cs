using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Emulation.Tests.Persistence.PostgreSql;

/// <summary>A PostgreSQL server of the tests: a cluster in a temporary folder, on a free port, that ends with them.</summary>
sealed class PostgresServer : IDisposable
{
    public const string Password = "a:p@ss/word?%";

    private const string Advice =
        "needs PostgreSQL: install it (Debian: apt-get install postgresql), so that initdb is in PATH or below /usr/lib/postgresql";

    private readonly string _binaries;
    private readonly string _folder;
    private int _databases;

    private PostgresServer(string binaries, string folder, int port) => (_binaries, _folder, Port) = (binaries, folder, port);

    public int Port { get; }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Skips the tests when there is no PostgreSQL.</summary>
    public static PostgresServer Start()
    {
        if (Binaries() is not { } binaries)
        {
            Assert.Ignore(Advice);
            throw new UnreachableException();
        }
        var folder = Directory.CreateTempSubdirectory("emulator-pg-").FullName;
        var server = new PostgresServer(binaries, folder, FreePort());
        var password = Path.Combine(folder, "password");
        File.WriteAllText(password, Password);
        if (Environment.IsPrivilegedProcess) Run("chown", "-R", "postgres", folder);
        server.AsOwner(
            "initdb", "-D", server.Data, "-U", "emulator", "--auth=scram-sha-256", $"--pwfile={password}", "--no-sync", "-E", "UTF8",
            "--locale=C");
        server.Up();
        return server;
    }

    /// <summary>Starts the server again after <see cref="Down"/> or <see cref="Kill"/>.</summary>
    public void Up() => AsOwner(
        "pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"), "-o",
        $"-p {Port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off", "start");

    public void Down() => AsOwner("pg_ctl", "-D", Data, "-w", "-m", "fast", "stop");

    /// <summary>Kills all processes of the server, and waits until they are gone.</summary>
    public void Kill()
    {
        var main = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
        var children = Output("ps", "--no-headers", "-o", "pid", "--ppid", main).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var id in children.Prepend(main))
        {
            try
            {
                using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
                process.Kill();
                process.WaitForExit();
            }
            catch (ArgumentException)
            {
                // It has ended by itself.
            }
        }
    }

    /// <summary>The address of a new, empty database.</summary>
    public string NewDatabase()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        Execute("postgres", $"CREATE DATABASE {name}");
        return Address(name);
    }

    public string Address(string database, string password = Password) =>
        $"postgres://emulator:{Uri.EscapeDataString(password)}@127.0.0.1:{Port}/{database}";

    /// <summary>The address as it is shown, without the password.</summary>
    public string Shown(string address) => $"postgres://emulator@127.0.0.1:{Port}/{address.Split('/')[^1]}";

    public void Execute(string database, string sql) => Scalar(database, sql);

    public string? Scalar(string database, string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = Port, Username = "emulator", Password = Password, Database = database.Split('/')[^1], Pooling = false,
        };
        using var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) AsOwner("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Binaries()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        const string debian = "/usr/lib/postgresql";
        string[] versions = Directory.Exists(debian) ? [.. Directory.GetDirectories(debian).OrderDescending(StringComparer.Ordinal)] : [];
        return path.Concat(versions.Select(version => Path.Combine(version, "bin")))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private void AsOwner(string program, params string[] arguments)
    {
        program = Path.Combine(_binaries, program);
        if (Environment.IsPrivilegedProcess) Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        else Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server keeps what it inherits open, so nothing is redirected but to a file of its own.
        var start = new ProcessStartInfo(program) { UseShellExecute = false, WorkingDirectory = "/", RedirectStandardInput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new AssertionException($"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}");
    }

    private static string Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
