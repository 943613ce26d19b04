using System.CommandLine;
using Emulation.Commands;
using Emulation.Seeding;

namespace Emulation.Tests.Persistence;

/// <summary>The command <c>data</c> in this process.</summary>
static class DataShell
{
    public static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = new RootCommand { DataCommand.Data() };
        int code;
        try
        {
            code = await CommandLine.Invoke(root, ["data", .. args], new InvocationConfiguration { Output = output, Error = error });
        }
        catch (Exception fault) when (fault is OptionError or DatasetError)
        {
            // As the program does with its arguments.
            code = CommandLine.Refuse(fault.Message, error);
        }
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n").TrimEnd());
    }

    /// <summary>It must have been refused: exit code 2 and one line.</summary>
    public static async Task<string> Refused(params string[] args)
    {
        var (code, output, error) = await Run(args);
        code.Should().Be(2, output);
        output.Should().BeEmpty();
        error.Should().NotContain("\n");
        return error;
    }
}
