using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Emulation.Https;

/// <summary>
/// Creates a certificate for this machine and a certificate authority that signs it. The private key of the authority is discarded, so
/// that nothing else can be signed with it.
/// </summary>
static class SelfSigned
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>The names and addresses that clients of this machine, of its containers and of <c>--control-hosts</c> use.</summary>
    public static IReadOnlyList<string> HostsOf(EmulatorOptions options) =>
    [
        .. new[] { "localhost", "127.0.0.1", "::1", "host.docker.internal", "emulator", Dns.GetHostName() }
            .Concat(options.ControlHosts)
            .Concat(options.Urls.Select(url => new Uri(ListenAddress.ForClient(url)).IdnHost))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    public static ServerCertificate Make(IReadOnlyList<string> hosts, DateTimeOffset now)
    {
        var (from, until) = (now.AddDays(-1), now.AddDays(397));
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=API emulator local CA", authorityKey, HashAlgorithmName.SHA256);
        var authorityExtensions = authorityRequest.CertificateExtensions;
        authorityExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        authorityExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        authorityExtensions.Add(new X509SubjectKeyIdentifierExtension(authorityRequest.PublicKey, critical: false));
        using var authority = authorityRequest.CreateSelfSigned(from, until.AddDays(1));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var extensions = request.CertificateExtensions;
        extensions.Add(Names(hosts));
        extensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        extensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        extensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        extensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
            authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        // A serial number must be unique per authority, and this one signs only one certificate.
        using var signed = request.Create(authority, from, until, SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 15));
        return new(CertificateFile.Usable(signed.CopyWithPrivateKey(key)), authority.ExportCertificatePem() + "\n");
    }

    private static X509Extension Names(IReadOnlyList<string> hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address)) names.AddIpAddress(address);
            else if (Uri.CheckHostName(host) == UriHostNameType.Dns) names.AddDnsName(host);
        }
        return names.Build();
    }
}
