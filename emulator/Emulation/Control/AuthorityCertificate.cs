using System.Text;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>The certificate authority that a client must trust when the emulator made its own certificate.</summary>
static class AuthorityCertificate
{
    public static Reply Show(ControlSettings settings) => settings.AuthorityPem is { } pem
        ? new(200) { ContentType = "application/x-pem-file", Bytes = Encoding.ASCII.GetBytes(pem) }
        : Problem.Reply(404, "No authority", "The emulator made no certificate of its own; start it with --https-self-signed.");
}
