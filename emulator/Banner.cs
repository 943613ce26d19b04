using Emulation.Control;
using Emulation.Http;

namespace Emulation;

/// <summary>Printed once at start: the base URLs of each API, its accounts, and a curl command that works.</summary>
static class Banner
{
    private const int AccountsShown = 2;

    public static void Write(TextWriter output, Emulator emulator, bool powerShell)
    {
        var address = emulator.Addresses.Count > 0 ? ListenAddress.ForClient(emulator.Addresses[0]) : "";
        var graph = emulator.Worlds.Dataset;
        foreach (var api in emulator.Apis.Where(api => api.BasePaths.Count > 0))
        {
            output.WriteLine();
            output.WriteLine($"{api.Title}: {string.Join(" and ", api.BasePaths.Select(path => address + path))}");
            foreach (var account in api.Accounts(graph).Take(AccountsShown))
                output.WriteLine($"  {account.Name}: {string.Join(", ", account.Credentials.Select(part => $"{part.Key} {part.Value}"))}");
            if (api.Sample is not { } sample) continue;
            output.WriteLine("  " + SampleCommand.Curl(address, sample));
            if (powerShell) output.WriteLine("  " + PowerShell(address, sample));
        }
        output.WriteLine();
        if (emulator.HasOwnAuthority) WriteHttps(output, address);
        output.WriteLine($"Control: {address}/_emulator/info");
    }

    /// <summary>How to make clients trust a certificate that was made at start.</summary>
    private static void WriteHttps(TextWriter output, string address)
    {
        output.WriteLine($"HTTPS: curl -sk {address}/_emulator/ca.pem -o ca.pem, then");
        output.WriteLine("  curl --cacert ca.pem …");
        output.WriteLine("  REQUESTS_CA_BUNDLE=ca.pem python …");
        output.WriteLine("  NODE_EXTRA_CA_CERTS=ca.pem node …");
        output.WriteLine("  keytool -importcert -noprompt -file ca.pem -keystore ca.p12 -storepass changeit");
        output.WriteLine("  java -Djavax.net.ssl.trustStore=ca.p12 -Djavax.net.ssl.trustStorePassword=changeit …");
        output.WriteLine();
    }

    private static string PowerShell(string address, Sample sample)
    {
        var headers = string.Join("; ", sample.Headers.Select(header => $"'{header.Key}' = '{header.Value}'"));
        return $"Invoke-RestMethod '{address}{sample.Target}' -Headers @{{ {headers} }}";
    }
}
