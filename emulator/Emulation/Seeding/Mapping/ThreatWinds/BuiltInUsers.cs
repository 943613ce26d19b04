using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatWinds;

/// <summary>The accounts of ThreatWinds where a dataset names none.</summary>
static class BuiltInUsers
{
    /// <summary>Every header value of the three documents, and the emulator's own.</summary>
    public static IReadOnlyList<ThreatWindsUserRow> All { get; } =
    [
        new()
        {
            Alias = "emulator",
            FullName = "Emulator User",
            Emails = ["emulator@example.org"],
            Roles = ["admin", "user", "reporter", "trusted"],
            Groups = ["public"],
            Sessions =
            [
                new() { Bearer = "emulator-bearer" },
                // Documents 000 and 001.
                new() { Bearer = "fq6JoEFTsxiXAl1cVxPDnK4emIQCwaUBfq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB" },
                // Document 002.
                new() { Bearer = "fq6JoEFTsxiXAl1cVdPDnK4emIQCwaUBfq9JoEFTsxhXAl1cVxPDnK4emIQCwaUB" },
            ],
            KeyPairs =
            [
                new() { ApiKey = "emulator-key", ApiSecret = "emulator-secret" },
                // Document 000: its secret is the same string as its token.
                new() { ApiKey = "fq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB",
                    ApiSecret = "fq6JoEFTsxiXAl1cVxPDnK4emIQCwaUBfq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB" },
                // Document 001.
                new() { ApiKey = "fq6JoEFDsxiXAl1cVxPDnK4emIQCwaUB",
                    ApiSecret = "fq6JoEFTsxiXAl1cVxPDnK4emIQSwaUBfq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB" },
                // Document 002.
                new() { ApiKey = "your-api-key", ApiSecret = "your-api-secret" },
            ],
        },
        new()
        {
            Alias = "limited",
            FullName = "Limited User",
            Emails = ["limited@example.org"],
            Roles = ["user"],
            Groups = ["limited"],
            Sessions = [new() { Bearer = "limited-bearer" }],
            KeyPairs = [new() { ApiKey = "limited-key", ApiSecret = "limited-secret" }],
        },
    ];
}
