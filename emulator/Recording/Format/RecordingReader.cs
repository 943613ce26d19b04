using System.Text.Json;

namespace Emulation.Recordings.Format;

/// <summary>A recording that was read.</summary>
/// <param name="IsCut">The last line was unfinished: recording broke off in it.</param>
sealed record Recording(RecordingHeader Header, IReadOnlyList<RecordedExchange> Exchanges, bool IsCut);

/// <summary>Reads recordings up to the last whole exchange.</summary>
static class RecordingReader
{
    /// <exception cref="OptionError">The file is not there or is not a recording.</exception>
    public static Recording Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Read(file, stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OptionError($"{file}: cannot be read ({fault.Message.ReplaceLineEndings(" ")}); give a file that 'record' wrote");
        }
    }

    public static Recording Read(string name, Stream stream)
    {
        using var reader = new StreamReader(stream);
        if (reader.ReadLine() is not { } first || ReadHeader(first) is not { } header)
            throw new OptionError($"{name}: line 1 is not the header of a recording; give a file that 'record' wrote");
        if (header.Recording != RecordingHeader.Current)
            throw new OptionError($"{name}: has format {header.Recording}, this version reads {RecordingHeader.Current}; record anew");
        var exchanges = new List<RecordedExchange>();
        var number = 1;
        for (string? line = reader.ReadLine(), next; line is not null; line = next)
        {
            next = reader.ReadLine();
            number++;
            if (line.Length == 0) continue;
            if (ReadExchange(line, out var fault) is { } exchange) exchanges.Add(exchange);
            else if (next is null) return new Recording(header, exchanges, IsCut: true);
            else throw new OptionError($"{name}: line {number} is not an exchange ({fault}); remove the line or record anew");
        }
        return new Recording(header, exchanges, IsCut: false);
    }

    private static RecordingHeader? ReadHeader(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RecordingJson.Default.RecordingHeader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RecordedExchange? ReadExchange(string line, out string fault)
    {
        fault = "null";
        try
        {
            return JsonSerializer.Deserialize(line, RecordingJson.Default.RecordedExchange);
        }
        catch (JsonException wrong)
        {
            fault = wrong.Message.ReplaceLineEndings(" ");
            return null;
        }
    }
}
