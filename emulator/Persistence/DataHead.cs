using System.Globalization;
using System.Text.Json;
using Emulation.Http.Json;
using Emulation.Seeding;

namespace Emulation.Persistence;

/// <summary>What a file says of itself: the dataset that it began with, and the last record that the states contain.</summary>
/// <param name="Dataset">The dataset's name, or the file that it came from.</param>
/// <param name="Size">How many nodes were generated.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Checkpoint">The number of the last record that is contained in the states.</param>
/// <param name="States">How many states there are.</param>
sealed record DataHead(string Dataset, int Size, long Seed, long Checkpoint, int States)
{
    public static DataHead Of(EmulatorOptions options) => new(options.Dataset, options.Size.Nodes, options.Seed, 0, 0);

    public static DataHead Read(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var head = document.RootElement;
        return new DataHead(
            head.GetProperty("dataset").GetString()!,
            head.GetProperty("size").GetInt32(),
            head.GetProperty("seed").GetInt64(),
            head.GetProperty("checkpoint").GetInt64(),
            head.GetProperty("states").GetInt32());
    }

    public byte[] Bytes() => JsonBody.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("dataset", Dataset);
        json.WriteNumber("size", Size);
        json.WriteNumber("seed", Seed);
        json.WriteNumber("checkpoint", Checkpoint);
        json.WriteNumber("states", States);
        json.WriteEndObject();
    }).ToArray();

    public EmulatorOptions Over(EmulatorOptions options) =>
        options with { Dataset = Dataset, Size = options.Size with { Nodes = Size }, Seed = Seed };

    /// <summary>A line when the options say otherwise; null: they do not.</summary>
    public string? Notice(EmulatorOptions options, string place, string kind = "folder")
    {
        var isDemo = string.Equals(Dataset, Datasets.Demo, StringComparison.Ordinal);
        if (string.Equals(options.Dataset, Dataset, StringComparison.Ordinal) && options.Seed == Seed
            && (!isDemo || options.Size.Nodes == Size)) return null;
        var size = isDemo ? string.Create(CultureInfo.InvariantCulture, $" of size {Size}") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"--data {place}: goes on with the dataset {Dataset}{size}, seed {Seed}; for another one give another {kind}");
    }
}
