using Emulation.Http;

namespace Emulation;

/// <summary>What is printed once at the start: where each API is, who may call, and a request that works.</summary>
static class Banner
{
    public static void Write(TextWriter to, Emulator emulator, bool powerShell)
    {
        var address = emulator.Addresses.Count > 0 ? emulator.Addresses[0] : "";
        var graph = emulator.Worlds.Dataset;
        foreach (var api in emulator.Apis.Where(api => api.BasePaths.Count > 0))
        {
            to.WriteLine();
            to.WriteLine($"{api.Title}: {string.Join(" and ", api.BasePaths.Select(path => address + path))}");
            foreach (var account in api.Accounts(graph).Take(2))
                to.WriteLine($"  {account.Name}: {string.Join(", ", account.Credentials.Select(part => $"{part.Key} {part.Value}"))}");
            if (api.Sample is { } sample) to.WriteLine("  " + Curl(address, sample));
            if (powerShell && api.Sample is { } same) to.WriteLine("  " + PowerShell(address, same));
        }
        to.WriteLine();
        to.WriteLine($"Control: {address}/_emulator/info");
    }

    public static string Curl(string address, Sample sample) =>
        string.Concat(sample.Headers.Select(header => $" -H '{header.Key}: {header.Value}'").Prepend($"curl -s '{address}{sample.Target}'"));

    private static string PowerShell(string address, Sample sample) =>
        $"Invoke-RestMethod '{address}{sample.Target}' -Headers @{{ {string.Join("; ", sample.Headers.Select(header => $"'{header.Key}' = '{header.Value}'"))} }}";
}
