using System.Security.Cryptography;
using System.Text;

namespace Emulation.Apis.ThreatWinds.Authentication;

/// <summary>Compares secrets in a time that does not depend on where they differ.</summary>
static class Secrets
{
    public static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
