using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Emulation.Tests.Https;

/// <summary>PEM files of one test: a certificate with its key, an expired one with the same key, and a key of another.</summary>
sealed class CertificateFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emulator-https-");

    public CertificateFiles()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var valid = Request(key).CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        using var expired = Request(key).CreateSelfSigned(new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2001, 2, 3, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllText(Certificate, valid.ExportCertificatePem());
        File.WriteAllText(Expired, expired.ExportCertificatePem());
        File.WriteAllText(Key, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(OtherKey, other.ExportPkcs8PrivateKeyPem());
    }

    public string Certificate => Path.Combine(_folder.FullName, "certificate.pem");

    public string Expired => Path.Combine(_folder.FullName, "expired.pem");

    public string Key => Path.Combine(_folder.FullName, "key.pem");

    public string OtherKey => Path.Combine(_folder.FullName, "other.key.pem");

    public void Dispose() => _folder.Delete(recursive: true);

    private static CertificateRequest Request(ECDsa key)
    {
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }
}
