using System.CommandLine;
using Emulation.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Emulation.Tests.Commands;

/// <summary>A shell in this process: the commands against one running emulator.</summary>
sealed class Shell : IAsyncDisposable
{
    private readonly Emulator _emulator;
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    private Shell(Emulator emulator) => _emulator = emulator;

    public Emulator Emulator => _emulator;

    public static async Task<Shell> With(EmulatorOptions? options = null)
    {
        var shell = new Shell(
            await Emulator.StartAsync((options ?? new EmulatorOptions { Dataset = "docs" }) with { Urls = ["http://127.0.0.1:0"] }));
        shell._variables["EMULATOR_URL"] = shell._emulator.Address.ToString();
        return shell;
    }

    public void Set(string variable, string value) => _variables[variable] = value;

    /// <summary>What was printed; the command must have done its work.</summary>
    public async Task<string> Run(params string[] args)
    {
        var (code, output, error) = await Try(args);
        error.Should().BeEmpty();
        code.Should().Be(0);
        return output;
    }

    public async Task<(int Code, string Output, string Error)> Try(params string[] args)
    {
        var root = new RootCommand();
        foreach (var command in RemoteCommands.All(_variables.GetValueOrDefault)) root.Subcommands.Add(command);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Invoke(root, args, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString().ReplaceLineEndings("\n").TrimEnd(), error.ToString().ReplaceLineEndings("\n").TrimEnd());
    }

    /// <summary>A server that is no emulator and answers everything with this.</summary>
    public static WebApplication Other(string answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync(answer));
        return app;
    }

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();
}
