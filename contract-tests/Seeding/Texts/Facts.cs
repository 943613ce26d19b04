using Emulation.Seeding.Demo;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Tests.Seeding.Texts;

/// <summary>Facts of invented stories: every kind of malware, hashes known in every way, indicators that some stories lack.</summary>
static class Facts
{
    public const int Count = 120;

    public static IEnumerable<StoryFacts> All => Enumerable.Range(0, Count).Select(Of);

    public static StoryFacts Of(int number)
    {
        var random = Random(number);
        var kind = MalwareKind.All[number % MalwareKind.All.Length];
        var aim = random.Pick(kind.Aims);
        var company = InventedNames.Companies[random.Below(InventedNames.Companies.Length)];
        var sector = Sector.ByName(company.Sector);
        var written = 1_600_000_000L + random.Below(100_000_000);
        var begin = written - random.Below(200 * 86400);
        var habits = random;
        return new StoryFacts
        {
            Actor = $"{random.Pick(InventedNames.AdversaryAdjectives)} {random.Pick(InventedNames.AdversaryNouns)}",
            Alias = $"{random.Pick(InventedNames.IntrusionSetPlaces)} {random.Pick(InventedNames.IntrusionSetKinds)}",
            Campaign = $"Operation {random.Pick(InventedNames.OperationAdjectives)} {random.Pick(InventedNames.OperationNouns)}",
            Malware = random.Pick(InventedNames.MalwareRoots) + kind.Word,
            Kind = kind,
            Aim = aim,
            Sector = sector,
            Victim = new Organization(
                company.Name, sector, random.Pick(InventedNames.Cities), random.Pick(InventedNames.Countries), company.Site),
            Analyst = $"Zoë {random.Pick(InventedNames.Surnames)}",
            Begin = begin,
            Written = written,
            Indicators = IndicatorsOf(number, ref random),
            Steps = Intrusion.Of(kind, aim, begin, written, ref habits, ref random),
            Scale = (uint)random.Next(),
        };
    }

    public static RandomStream Random(int number) => new(11, StreamKind.Story, number);

    private static StoryIndicators IndicatorsOf(int number, ref RandomStream random) => new()
    {
        Host = $"login.fintara-{number}.example",
        SecondHost = $"cdn.jetvano-{number}.test",
        ThirdHost = "vpn.kolibra.invalid",
        Address = $"203.0.113.{1 + (number % 250)}",
        SecondAddress = $"198.51.100.{1 + (number % 250)}",
        Url = $"{(number % 7 == 0 ? "ftp" : "https")}://login.fintara-{number}.example/files/{number:x}/панель.php",
        SecondUrl = $"http://cdn.jetvano-{number}.test/u/load.bin",
        Sender = $"ada.corvane@fintara-{number}.example",
        File = HashesOf(number % 3, ref random),
        SecondFile = HashesOf((number + 1) % 3, ref random),
        Asn = number % 3 == 0 ? "ASN64500" : null,
        Cidr = number % 3 == 0 ? "198.18.7.0/24" : null,
        Mutex = number % 3 == 1 ? @"Global\Korvan""3F2A" : null,
        RegistryKey = number % 3 == 1 ? @"HKEY_CURRENT_USER\Software\O'Acmora\Sync" : null,
        UserAgent = number % 3 == 2 ? "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Sync/4|2" : null,
        Subject = number % 3 == 2 ? "Überfällige Rechnung 30021" : null,
    };

    private static FileHashes HashesOf(int form, ref RandomStream random)
    {
        var bytes = new byte[32];
        random.Fill(bytes);
        var text = Convert.ToHexString(bytes);
        return form switch
        {
            0 => new FileHashes(text[..32], null, null),
            1 => new FileHashes(null, text[..40], null),
            _ => new FileHashes(text[32..], text[24..], text),
        };
    }
}
