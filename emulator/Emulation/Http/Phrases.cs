using Microsoft.AspNetCore.WebUtilities;

namespace Emulation.Http;

/// <summary>The reason phrase that HTTP defines for a status.</summary>
static class Phrases
{
    public static string Of(int status) => ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : $"Status {status}";
}
