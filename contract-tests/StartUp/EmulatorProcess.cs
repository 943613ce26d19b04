using System.Diagnostics;

namespace Emulation.Tests.StartUp;

/// <summary>
/// The program in a process of its own, as a person starts it: <c>dotnet emulator.dll</c>, or the executable that
/// <c>EMULATOR_EXECUTABLE</c> names.
/// </summary>
static class EmulatorProcess
{
    private static readonly string? s_executable = Environment.GetEnvironmentVariable("EMULATOR_EXECUTABLE");

    public static bool IsExecutable => s_executable is not null;

    public static Process Start(params string[] arguments) => Start(arguments, []);

    public static Process Start(string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = Redirected(Command[0]);
        foreach (var part in Command[1..]) start.ArgumentList.Add(part);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Started(start, variables);
    }

    /// <summary>Starts the program with the shell's redirections, such as <c>2&gt;/dev/full</c>.</summary>
    public static Process StartRedirected(string redirections, params string[] arguments)
    {
        var start = Redirected("/bin/sh");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"exec \"$0\" \"$@\" {redirections}");
        foreach (var part in Command) start.ArgumentList.Add(part);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Started(start, []);
    }

    /// <summary>The address of the first line of output.</summary>
    public static async Task<Uri> Address(this Process program) =>
        new((await program.StandardOutput.ReadLineAsync())!["Listening on ".Length..]);

    /// <summary>The same, when the data is in place.</summary>
    public static async Task<Uri> ReadyAddress(this Process program)
    {
        var address = await program.Address();
        await program.Banner();
        return address;
    }

    /// <summary>Reads the output to the end of the banner.</summary>
    public static async Task<string> Banner(this Process program)
    {
        var banner = "";
        while (!banner.Contains("Control:", StringComparison.Ordinal) && await program.StandardOutput.ReadLineAsync() is { } line)
            banner += line + "\n";
        return banner;
    }

    public static void Signal(this Process program)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>It must have refused to start: one line on standard error, exit code 2, nothing on standard output.</summary>
    public static async Task Refused(this Process program, string line)
    {
        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        program.ExitCode.Should().Be(2, error);
        error.TrimEnd().Should().StartWith("emulator: ").And.Contain(line).And.NotContain("\n");
        (await program.StandardOutput.ReadToEndAsync()).Should().BeEmpty("nothing listened");
    }

    private static string[] Command =>
        s_executable is { } executable ? [executable] : [DotNet, Path.Combine(AppContext.BaseDirectory, "emulator.dll")];

    private static string DotNet =>
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    private static ProcessStartInfo Redirected(string file) =>
        new(file) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

    private static Process Started(ProcessStartInfo start, (string Name, string Value)[] variables)
    {
        foreach (var (name, value) in variables) start.Environment[name] = value;
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment.Remove("EMULATOR_EXECUTABLE");
        return Process.Start(start)!;
    }
}
