using System.Globalization;
using System.Text;
using Emulation.Graphs.Deso;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Seeding.Demo;

/// <summary>DeSo's profiles: the apps, the analysts of the other APIs, and people who follow them.</summary>
sealed class Profiles(Plan plan, Keys keys)
{
    private const ulong PerDeso = 1_000_000_000;

    private static readonly string[] s_apps = ["SignalDeck", "HuntBoard", "Intelgram", "OpenVigil", "Feedwire"];
    private static readonly string[] s_restrictions =
        ["unrestricted", "profile_owner_only", "dao_members_only", "permanently_unrestricted"];

    public Profile At(int number)
    {
        var random = plan.Random(StreamKind.Profile, number);
        return new Profile
        {
            PublicKey = keys[number],
            Username = UserName(number),
            Description = DescriptionOf(number, ref random),
            IsHidden = number > Keys.Apps + Analysts.Most && random.Chance(2),
            IsVerified = number < Keys.Apps || random.Chance(6),
            CreatorCoin = CoinOf(ref random),
            DaoCoin = DaoCoinOf(number, ref random),
            ExtraData = random.Chance(15) ? Organization(random.Pick(InventedNames.Companies)) : null,
            BalanceNanos = random.Chance(10) ? 0 : (ulong)random.Skewed(2_000_000) * 1_000_003,
            BestExchangeRate = 0,
        };
    }

    /// <summary>Letters, digits and underscores; unique whatever their case.</summary>
    public string UserName(int number)
    {
        if (number < Keys.Apps) return s_apps[number];
        var voice = VoiceOf(plan, number);
        if (voice is Voice.Bot or Voice.Vendor) return ProfileTexts.UserName(voice, number);
        var (first, last, namesake) = plan.Actors.Person(number - Keys.Apps);
        var name = $"{Words.Capital(Words.Letters(first))}_{Words.Capital(Words.Letters(last))}";
        return namesake == 0 ? name : name + (namesake + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>How the user of a number writes; apps, which seldom do, write as vendors.</summary>
    public static Voice VoiceOf(Plan plan, int number)
    {
        if (number < Keys.Apps) return Voice.Vendor;
        if (number < Keys.Apps + Analysts.Most) return Voice.Analyst;
        var random = plan.Random(StreamKind.Profile, -1_000_000_000L - number);
        return ProfileTexts.VoiceOf(ref random);
    }

    private string DescriptionOf(int number, ref RandomStream random)
    {
        if (number < Keys.Apps) return ProfileTexts.App(s_apps[number]);
        if (number >= Keys.Apps + Analysts.Most && random.Chance(20)) return "";
        var city = random.Pick(InventedNames.Cities);
        return number < Keys.Apps + Analysts.Most
            ? ProfileTexts.Analyst(city, ref random)
            : ProfileTexts.Other(VoiceOf(plan, number), city, random.Pick(InventedNames.JobTitles), ref random);
    }

    private static ExtraData? Organization(Company company) =>
        ExtraData.Of([("Organization"u8.ToArray(), Encoding.UTF8.GetBytes(company.Name))]);

    private static CreatorCoin CoinOf(ref RandomStream random)
    {
        if (random.Chance(20)) return new CreatorCoin { CreatorBasisPoints = 10_000 };
        var coins = (ulong)(1 + random.Skewed(90_000)) * (PerDeso / 1000);
        return new CreatorCoin
        {
            CreatorBasisPoints = (ulong)random.Below(101) * 100,
            DeSoLockedNanos = coins / 3,
            NumberOfHolders = (ulong)(1 + random.Skewed(500)),
            CoinsInCirculationNanos = coins,
            CoinWatermarkNanos = coins + ((ulong)random.Below(1000) * 1_000_000),
        };
    }

    private static DaoCoin DaoCoinOf(int number, ref RandomStream random)
    {
        var status = number < 16 ? s_restrictions[number % 4] : s_restrictions[random.Skewed(4)];
        var lockup = number < 16 ? s_restrictions[number / 4 % 4] : s_restrictions[random.Skewed(4)];
        if (random.Chance(60)) return new DaoCoin { TransferRestrictionStatus = status, LockupTransferRestrictionStatus = lockup };
        return new DaoCoin
        {
            NumberOfHolders = (ulong)random.Skewed(300),
            CoinsInCirculationNanos =
                string.Create(CultureInfo.InvariantCulture, $"0x{1 + random.Below(int.MaxValue - 1):x}{(uint)random.Next():x8}"),
            MintingDisabled = random.Chance(20),
            TransferRestrictionStatus = status,
            LockupTransferRestrictionStatus = lockup,
        };
    }
}
