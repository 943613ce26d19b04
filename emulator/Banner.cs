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
        if (emulator.HasOwnAuthority) Https(to, address);
        to.WriteLine($"Control: {address}/_emulator/info");
    }

    /// <summary>How a client comes to trust a certificate that was made at start.</summary>
    private static void Https(TextWriter to, string address)
    {
        to.WriteLine($"HTTPS: curl -sk {address}/_emulator/ca.pem -o ca.pem, then");
        to.WriteLine("  curl --cacert ca.pem …");
        to.WriteLine("  REQUESTS_CA_BUNDLE=ca.pem python …");
        to.WriteLine("  NODE_EXTRA_CA_CERTS=ca.pem node …");
        to.WriteLine("  keytool -importcert -noprompt -file ca.pem -keystore ca.p12 -storepass changeit && java -Djavax.net.ssl.trustStore=ca.p12 -Djavax.net.ssl.trustStorePassword=changeit …");
        to.WriteLine();
    }

    public static string Curl(string address, Sample sample) =>
        string.Concat(sample.Headers.Select(header => $" -H '{header.Key}: {header.Value}'").Prepend($"curl -s '{address}{sample.Target}'"));

    private static string PowerShell(string address, Sample sample) =>
        $"Invoke-RestMethod '{address}{sample.Target}' -Headers @{{ {string.Join("; ", sample.Headers.Select(header => $"'{header.Key}' = '{header.Value}'"))} }}";
}
