using System.Globalization;

namespace Emulation.Seeding.Demo;

/// <summary>Values of ThreatWinds' text types. Each contains its number or is random.</summary>
sealed class EntityTexts(Plan plan)
{
    private static readonly string[] s_systems = ["Windows 10 Enterprise 22H2", "Windows Server 2019", "Ubuntu 22.04", "macOS 13"];
    private static readonly string[] s_states = ["running", "suspended", "terminated"];
    private static readonly string[] s_categories = ["command and control", "phishing", "malware distribution"];
    private static readonly string[] s_types = ["backdoor", "downloader", "ransomware", "information stealer"];
    private static readonly string[] s_streets = ["Street", "Lane", "Road", "Quay", "Square"];
    private static readonly string[] s_tasks = ["Sync", "Update Check", "Telemetry Upload", "Cache Cleanup"];

    /// <summary>Of a type that ignores case.</summary>
    public string Lower(string type, int number, ref RandomStream random)
    {
        var root = random.Pick(InventedNames.MalwareRoots);
        var kind = random.Pick(InventedNames.MalwareKinds);
        var company = random.Pick(InventedNames.Companies);
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return type switch
        {
            "airport-name" => $"{random.Pick(InventedNames.Cities)} Regional Airport {digits}",
            "aso" => $"{company.Name} Networks {digits}",
            "bic" => CheckedNumbers.BankCode(number),
            "category" => s_categories[number % s_categories.Length],
            "cpe" => $"cpe:2.3:a:{Vendor(company)}:{random.Pick(InventedNames.ToolRoots)}:{1 + random.Below(9)}.{digits}:*:*:*:*:*:*:*",
            "cve" => ReservedRanges.Cve(random.Between(2019, 2023), 1_000_000 + number),
            "email-body" => $"Please review the attached statement {digits} and confirm the new account details today.",
            "email-display-name" => $"{company.Name} Billing {digits}",
            "email-subject" => $"Reminder: statement {digits} from {company.Name}",
            "email-x-mailer" => $"{random.Pick(InventedNames.ToolRoots)}Mailer 4.{digits}",
            "filename" => $"{digits}_{random.Pick(InventedNames.FileNames)}",
            "iban" => CheckedNumbers.Iban(number),
            "issuer" => $"CN={company.Name} Issuing CA {digits}",
            "malware" => $"win.{root}_{kind}.{digits}",
            "malware-family" => $"{root}{kind}.{digits}",
            "malware-type" => s_types[number % s_types.Length],
            "os" => s_systems[number % s_systems.Length],
            "postal-address" => $"{Street(ref random)}, {random.Pick(InventedNames.Cities)} {10_000 + number}",
            "process" => $"{root}{digits}.exe",
            "process-state" => s_states[number % s_states.Length],
            "prtn" => $"EX-{digits}-{random.Below(10)}",
            "regkey" => $"HKLM\\SOFTWARE\\{root}{digits}\\Config",
            "text" => $"{root} build {digits}, keep private",
            "threat" => $"{random.Pick(InventedNames.FraudTargets)} {random.Pick(InventedNames.FraudKinds)} variant {digits}",
            "username" => $"{random.Pick(plan.Words.FirstNames)[0]}.{Words.Letters(random.Pick(InventedNames.Surnames))}{digits}",
            "whois-registrant" => $"{random.Pick(plan.Words.FirstNames)} {random.Pick(InventedNames.Surnames)} ({digits})",
            "whois-registrar" => InventedNames.Registrars[number % InventedNames.Registrars.Length],
            "windows-scheduled-task" => $"\\{root}\\{random.Pick(s_tasks)} {digits}",
            "windows-service-displayname" => $"{root} {random.Pick(s_tasks)} Service {digits}",
            "windows-service-name" => $"{root}Svc{digits}",
            _ => throw new InvalidOperationException($"Texts of type {type} are not generated."),
        };
    }

    /// <summary>Of a type that keeps case.</summary>
    public string Cased(string type, int number, ref RandomStream random)
    {
        var company = random.Pick(InventedNames.Companies);
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return type switch
        {
            "breach-description" => $"{company.Name} lost customer records through an exposed backup; case {digits}.",
            "btc" => WalletAddresses.Bitcoin(ref random),
            "dash" => WalletAddresses.Dash(ref random),
            "xmr" => WalletAddresses.Monero(ref random),
            "chrome-extension-id" => ExtensionId(ref random),
            "command" => $"powershell -NoProfile -WindowStyle Hidden -File C:\\ProgramData\\{Root(ref random)}\\run{digits}.ps1",
            "cookie" => $"session={Hex(16, ref random)}; Path=/; Secure",
            "dkim" => $"v=DKIM1; k=rsa; s={digits}; p={Base64(48, ref random)}",
            "dkim-signature" => $"v=1; a=rsa-sha256; d={company.Site}; s=s{digits}; bh={Base64(32, ref random)}",
            "email" => $"<{digits}.{Hex(6, ref random)}@{company.Site}>",
            "email-header" => $"Received: from mail{digits}.{company.Site} by mx.{company.Site} with ESMTPS",
            "email-mime-boundary" => $"----=_NextPart_000_{number:X4}_{Hex(6, ref random).ToUpperInvariant()}",
            "ffn" => $"XX{10_000_000 + number}",
            "flight" => $"XX{100 + (number % 9000)} {2019 + (number / 9000 % 5)} leg {1 + (number / 45_000)}",
            "id-number" => $"EX-{1_000_000 + number}",
            "mobile-app-id" => $"com.example.{random.Pick(InventedNames.ToolRoots).ToLowerInvariant()}{digits}",
            "passport" => $"UTO{10_000_000 + number}",
            "password" => $"{random.Pick(InventedNames.Cities)}{digits}!",
            "pgp-private-key" => Key("PRIVATE", ref random),
            "pgp-public-key" => Key("PUBLIC", ref random),
            "pnr" => $"X{number:X5}{(char)('A' + random.Below(26))}",
            "redress-number" => $"{9_000_000 + number}",
            "ssh-banner" => $"SSH-2.0-{random.Pick(InventedNames.ToolRoots)}SSH_1.{digits}",
            "ssh-fingerprint" => $"SHA256:{Base64(32, ref random).TrimEnd('=')}",
            "ssr" => $"SSR WCHR XX HK1 {digits}",
            "value" => $"{random.Pick(InventedNames.MalwareRoots)}-{Hex(8, ref random)}",
            "visa" => $"UTO-V{1_000_000 + number}",
            "zip-code" => $"{10_000 + number}",
            _ => throw new InvalidOperationException($"Texts of type {type} are not generated."),
        };
    }

    /// <summary>A regular expression.</summary>
    public string Pattern(string type, int number, ref RandomStream random)
    {
        var root = random.Pick(InventedNames.MalwareRoots).ToLowerInvariant();
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return type switch
        {
            "filename-pattern" => $"^{root}[0-9a-f]{{4,8}}_{digits}\\.(exe|dll)$",
            "pattern-in-traffic" => $"POST /{root}/[a-z]{{6}}{digits}\\.php HTTP/1\\.1",
            "pattern-in-memory" => $"{root}_cfg_{digits}\\x00[\\x20-\\x7e]{{8,64}}",
            _ => $"{root}::[A-Z]{{3}}{digits}",
        };
    }

    private static string Root(ref RandomStream random) => random.Pick(InventedNames.MalwareRoots);

    private static string Vendor(Company company) => company.Site.Split('.')[0].Replace('-', '_');

    private static string Street(ref RandomStream random) =>
        $"{1 + random.Below(240)} {random.Pick(InventedNames.Surnames)} {random.Pick(s_streets)}";

    private static string ExtensionId(ref RandomStream random)
    {
        Span<char> letters = stackalloc char[32];
        for (var i = 0; i < letters.Length; i++) letters[i] = (char)('a' + random.Below(16));
        return new string(letters);
    }

    private static string Key(string part, ref RandomStream random) =>
        $"-----BEGIN PGP {part} KEY BLOCK-----\n\n{Base64(48, ref random)}\n{Base64(30, ref random)}\n-----END PGP {part} KEY BLOCK-----";

    private static string Hex(int bytes, ref RandomStream random) => Convert.ToHexStringLower(EntityValues.Bytes(bytes, ref random));

    private static string Base64(int bytes, ref RandomStream random) => Convert.ToBase64String(EntityValues.Bytes(bytes, ref random));
}
