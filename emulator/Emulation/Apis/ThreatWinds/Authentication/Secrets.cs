using System.Security.Cryptography;
using System.Text;

namespace Emulation.Apis.ThreatWinds.Authentication;

/// <summary>Compares secrets in constant time.</summary>
static class Secrets
{
    public static bool AreEqual(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
