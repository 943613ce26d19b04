using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Emulation.Tests.Https;

/// <summary>HTTPS with a certificate from files, and with one that is made at start.</summary>
public partial class HttpsTests
{
    private static readonly EmulatorOptions s_https = new() { Dataset = "docs", Urls = ["https://127.0.0.1:0"] };

    [Test]
    public async Task A_client_that_trusts_the_authority_reaches_a_self_signed_emulator_by_name_and_address()
    {
        await using var emulator = await Emulator.StartAsync(s_https with { HttpsSelfSigned = true });
        using var authority = X509Certificate2.CreateFromPem(await Authority(emulator));

        foreach (var host in new[] { "127.0.0.1", "localhost" })
        {
            using var client = ClientTrusting(authority, host, emulator.Address.Port);
            (await client.GetStringAsync("/_emulator/health/live")).Should().Contain("live");
        }
    }

    [Test]
    public async Task A_client_that_does_not_trust_the_authority_refuses_the_connection()
    {
        await using var emulator = await Emulator.StartAsync(s_https with { HttpsSelfSigned = true });
        await using var other = await Emulator.StartAsync(s_https with { HttpsSelfSigned = true });
        using var authority = X509Certificate2.CreateFromPem(await Authority(other));
        using var client = ClientTrusting(authority, "127.0.0.1", emulator.Address.Port);

        await FluentActions.Awaiting(() => client.GetStringAsync("/_emulator/health/live")).Should().ThrowAsync<HttpRequestException>();
    }

    [Test]
    public async Task A_certificate_from_files_is_served_and_has_no_authority()
    {
        using var files = new CertificateFiles();
        await using var emulator = await Emulator.StartAsync(s_https with { Certificate = files.Certificate, CertificateKey = files.Key });
        using var root = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(files.Certificate));
        using var client = ClientTrusting(root, "localhost", emulator.Address.Port);

        using var authority = await client.GetAsync("/_emulator/ca.pem");

        ((int)authority.StatusCode).Should().Be(404);
        (await authority.Content.ReadAsStringAsync()).Should().Contain("--https-self-signed");
    }

    [Test]
    public void Without_an_address_the_default_one_becomes_https()
    {
        var options = Emulation.Https.ServerCertificate.WithDefaultAddress(new EmulatorOptions { HttpsSelfSigned = true });

        options.Urls.Should().Equal("https://127.0.0.1:5010");
    }

    public static IEnumerable<TestCaseData> WrongOptions()
    {
        var plain = new EmulatorOptions { Dataset = "docs", Urls = ["http://127.0.0.1:0"] };
        yield return Case("key without certificate", files => s_https with { CertificateKey = files.Key }, "--key: it belongs to a certificate");
        yield return Case("certificate without key", files => s_https with { Certificate = files.Certificate }, "--cert: .*certificate.pem holds no private key; give its PEM file with --key");
        yield return Case("another certificate's key", files => s_https with { Certificate = files.Certificate, CertificateKey = files.OtherKey }, "--cert: the key of .*other.key.pem does not belong to the certificate of .*certificate.pem");
        yield return Case("no such file", files => s_https with { Certificate = files.Certificate + ".gone" }, "--cert: .*gone cannot be read");
        yield return Case("no such key", files => s_https with { Certificate = files.Certificate, CertificateKey = files.Key + ".gone" }, "--key: .*gone cannot be read");
        yield return Case("not a certificate", files => s_https with { Certificate = files.Key }, "--cert: .*key.pem holds no PEM certificate");
        yield return Case("expired", files => s_https with { Certificate = files.Expired, CertificateKey = files.Key }, "--cert: .*expired.pem expired on 2001-02-03; renew it");
        yield return Case("both", files => s_https with { Certificate = files.Certificate, CertificateKey = files.Key, HttpsSelfSigned = true }, "--https-self-signed: --cert gives a certificate already");
        yield return Case("no HTTPS address", _ => plain with { HttpsSelfSigned = true }, "--https-self-signed: no address is HTTPS");
        yield return Case("no HTTPS address for files", files => plain with { Certificate = files.Certificate, CertificateKey = files.Key }, "--cert: no address is HTTPS");

        static TestCaseData Case(string name, Func<CertificateFiles, EmulatorOptions> options, string message) =>
            new TestCaseData(options, message).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(WrongOptions))]
    public async Task A_certificate_that_cannot_be_used_is_one_line(object makeOptions, string message)
    {
        using var files = new CertificateFiles();
        var options = ((Func<CertificateFiles, EmulatorOptions>)makeOptions)(files);

        var refused = await FluentActions.Awaiting(() => Emulator.StartAsync(options)).Should().ThrowAsync<OptionError>();

        refused.Which.Message.Should().MatchRegex($"^{message}").And.NotContain("\n");
    }

    private static async Task<string> Authority(Emulator emulator)
    {
        using var insecure = new HttpClient(new SocketsHttpHandler { SslOptions = new() { RemoteCertificateValidationCallback = (_, _, _, _) => true } }) { BaseAddress = emulator.Address };
        var pem = await insecure.GetStringAsync("/_emulator/ca.pem");
        Pem().IsMatch(pem).Should().BeTrue();
        return pem;
    }

    private static HttpClient ClientTrusting(X509Certificate2 authority, string host, int port) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { authority },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    })
    { BaseAddress = new Uri($"https://{host}:{port}") };

    [GeneratedRegex("^-----BEGIN CERTIFICATE-----\n[^-]+-----END CERTIFICATE-----\n$", RegexOptions.None, 1000)]
    private static partial Regex Pem();
}
