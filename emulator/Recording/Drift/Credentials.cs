using System.Text.Json;
using Emulation.Recordings.Format;

namespace Emulation.Recordings.Drifts;

/// <summary>The emulator's own credentials, in place of those that a recording has removed.</summary>
sealed class Credentials
{
    /// <summary>Well formed, and of no account.</summary>
    private const string WrongToken = "APIV2:1:unknown:4102444800000:dW5rbm93bg==";

    private readonly string? _token;
    private readonly string? _bearer;
    private readonly string? _key;
    private readonly string? _secret;

    public Credentials(JsonElement info)
    {
        var accounts = info.GetProperty("credentials");
        var connect = First(accounts, "threatconnect", "token");
        var (withBearer, withKey) = (First(accounts, "threatwinds", "Authorization"), First(accounts, "threatwinds", "api-key"));
        _token = Text(connect, "token");
        Organization = Text(connect, "organization");
        _bearer = Text(withBearer, "Authorization");
        (_key, _secret) = (Text(withKey, "api-key"), Text(withKey, "api-secret"));
    }

    /// <summary>The organization of ThreatConnect's first user.</summary>
    public string? Organization { get; }

    /// <summary>ThreatConnect's token, which some requests send in their query.</summary>
    public string? Token => _token;

    /// <summary>The header to send in place of a recorded one; null: it is not sent.</summary>
    /// <param name="api">The API.</param>
    /// <param name="header">The recorded header.</param>
    /// <param name="areWrong">The service did not accept the recorded ones, so the emulator must not either.</param>
    public RecordedHeader? Replace(string api, RecordedHeader header, bool areWrong) => header.Name.ToLowerInvariant() switch
    {
        "authorization" when api == "threatconnect" => header with { Value = $"TC-Token {(areWrong ? WrongToken : _token)}" },
        "authorization" when api == "threatwinds" => header with { Value = areWrong ? "Bearer unknown" : Bearer() },
        "api-key" => header with { Value = areWrong ? "unknown" : _key ?? "unknown" },
        "api-secret" => header with { Value = areWrong ? "unknown" : _secret ?? "unknown" },
        _ => null,
    };

    private string Bearer() => _bearer?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true ? _bearer : $"Bearer {_bearer}";

    private static JsonElement? First(JsonElement accounts, string api, string member)
    {
        if (!accounts.TryGetProperty(api, out var list)) return null;
        foreach (var account in list.EnumerateArray())
            if (account.TryGetProperty(member, out _)) return account;
        return null;
    }

    private static string? Text(JsonElement? account, string member) =>
        account is { } known && known.TryGetProperty(member, out var value) ? value.GetString() : null;
}
