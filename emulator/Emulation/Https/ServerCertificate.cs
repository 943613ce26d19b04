using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Emulation.Https;

/// <summary>The certificate of HTTPS addresses, and the authority of a certificate that was created at the start.</summary>
/// <param name="Certificate">The certificate with its private key.</param>
/// <param name="AuthorityPem">PEM of the authority; null for a certificate from a file.</param>
sealed record ServerCertificate(X509Certificate2 Certificate, string? AuthorityPem)
{
    /// <summary>The certificate from the options; null when they name none and ASP.NET Core's configuration applies.</summary>
    /// <exception cref="OptionError">A file cannot be used, the options contradict each other, or no address is HTTPS.</exception>
    public static ServerCertificate? Of(EmulatorOptions options, DateTimeOffset now)
    {
        if (options.Certificate is null && options.CertificateKey is not null)
            throw new OptionError("--key: it belongs to a certificate; give that with --cert");
        if (options.Certificate is null && !options.HttpsSelfSigned) return null;
        if (options.Certificate is not null && options.HttpsSelfSigned)
            throw new OptionError("--https-self-signed: --cert gives a certificate already; give one of the two");
        if (!options.Urls.Any(IsHttps)) throw new OptionError($"{Named(options)}: no address is HTTPS; give --urls https://127.0.0.1:5010");
        return options.Certificate is { } file
            ? new(CertificateFile.Read(file, options.CertificateKey, now), null)
            : SelfSigned.Make(SelfSigned.HostsOf(options), now);
    }

    /// <summary>With a certificate and no address given, the default address is HTTPS.</summary>
    public static EmulatorOptions WithDefaultAddress(EmulatorOptions options) =>
        (options.HttpsSelfSigned || options.Certificate is not null) && options.Urls is [EmulatorOptions.DefaultUrl]
            ? options with { Urls = [EmulatorOptions.DefaultUrl.Replace("http:", "https:", StringComparison.Ordinal)] }
            : options;

    public static bool IsHttps(string url) => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static string Named(EmulatorOptions options) => options.HttpsSelfSigned ? "--https-self-signed" : "--cert";
}

/// <summary>Reads a certificate and its key from PEM files.</summary>
static class CertificateFile
{
    /// <exception cref="OptionError">One line that names the file, what is wrong with it and the remedy.</exception>
    public static X509Certificate2 Read(string file, string? keyFile, DateTimeOffset now)
    {
        var pem = Text("--cert", file);
        var keyPem = keyFile is null ? pem : Text("--key", keyFile);
        if (!pem.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
            throw new OptionError($"--cert: {file} holds no PEM certificate; convert it with 'openssl x509 -in FILE -inform DER'");
        if (!keyPem.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            throw new OptionError(
                $"{(keyFile is null ? "--cert" : "--key")}: {keyFile ?? file} holds no private key; give its PEM file with --key");
        var certificate = Pair(file, pem, keyFile ?? file, keyPem);
        if (new DateTimeOffset(certificate.NotAfter) < now)
            throw new OptionError(
                $"--cert: {file} expired on {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}; renew it, or use --https-self-signed");
        if (new DateTimeOffset(certificate.NotBefore) > now)
            throw new OptionError($"--cert: {file} is valid only from {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd}");
        return Usable(certificate);
    }

    /// <summary>A copy with a stored key on Windows, whose TLS cannot use a key that exists only in memory.</summary>
    public static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows()) return certificate;
        using (certificate) return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private static X509Certificate2 Pair(string file, string pem, string keyFile, string keyPem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem, keyPem);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            throw new OptionError(
                $"--cert: the key of {keyFile} does not belong to the certificate of {file}, is encrypted or cannot be read; give the "
                    + $"unencrypted key of that certificate");
        }
    }

    private static string Text(string option, string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OptionError($"{option}: {file} cannot be read; give a PEM file that exists and may be read");
        }
    }
}
