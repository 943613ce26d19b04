using System.Globalization;
using System.Text;
using Emulation.Graphs.Deso;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Seeding.Demo;

/// <summary>
/// DeSo's posts: the analysts discuss the adversaries and indicators of the other two APIs. They come in rounds of 32 that hold their
/// own threads, so that how many answers a post has does not depend on how many posts there are.
/// </summary>
sealed class Posts(Plan plan, Keys keys, uint tip)
{
    private const int Round = 32;
    private const int Fresh = 97;
    private const int Week = 7 * 86400;

    // Of users by number.
    private static readonly string[] s_languages = ["en", "en", "de", "en", "en", "fr", "en", "es", "en", "en", "ja"];

    // Nanoseconds of a second.
    private const ulong PerSecond = 1_000_000_000;

    public static byte[] HashOf(Plan plan, int number)
    {
        var random = plan.Random(StreamKind.PostHash, number);
        var hash = new byte[32];
        random.Fill(hash);
        return hash;
    }

    public Post At(int number)
    {
        var random = plan.Random(StreamKind.Post, number);
        var (comments, reposts, quotes) = Answers(number);
        var (parent, reposted) = (ParentOf(number), RepostedBy(number));
        var quoted = reposted >= 0 && IsQuote(number);
        var poster = PosterOf(number);
        var language = LanguageOf(number, poster);
        var body = reposted >= 0 && !quoted ? "" : BodyOf(number, poster, language, quoted);
        return new Post
        {
            Hash = HashOf(plan, number),
            Poster = keys[poster],
            Parent = parent < 0 ? [] : HashOf(plan, parent),
            Body = body,
            ImageUrls = body.Length > 0 && parent < 0 && random.Chance(15)
                ? [$"https://images.example/{number.ToString(CultureInfo.InvariantCulture)}.webp"]
                : [],
            VideoUrls = body.Length > 0 && parent < 0 && random.Chance(3)
                ? [$"https://videos.example/{number.ToString(CultureInfo.InvariantCulture)}.mp4"]
                : [],
            Reposted = reposted < 0 ? [] : HashOf(plan, reposted),
            CreatorBasisPoints = random.Chance(90) ? 1000 : (ulong)random.Below(10_001),
            TimestampNanos = ((ulong)MomentOf(number) * PerSecond) + (ulong)random.Below((int)PerSecond),
            IsHidden = random.Chance(2),
            ConfirmationBlockHeight = BlockOf(number),
            LikeCount = (ulong)random.Skewed(900),
            DiamondCount = random.Chance(40) ? (ulong)random.Skewed(30) : 0,
            IsPinned = random.Chance(2),
            ExtraData = random.Chance(30) ? ExtraOf(language, ref random) : null,
            CommentCount = comments,
            RepostCount = reposts,
            QuoteRepostCount = quotes,
            Nft = random.Chance(2) ? NftOf(ref random) : null,
        };
    }

    /// <summary>Blocks follow each other as time does, from the first to the tip.</summary>
    public uint HeightOf(long second)
    {
        if (tip == 0) return 0;
        var since = Math.Max(0, second - plan.FirstStory);
        return 1 + (uint)(since * (tip - 1) / (plan.Start - plan.FirstStory));
    }

    /// <summary>The block of a post; some wait for the next one.</summary>
    public uint BlockOf(int number) => number % Fresh == Fresh - 1 ? tip + 1 : HeightOf(MomentOf(number));

    /// <summary>A moment within the story; for answers and reposts a later one than that of their post.</summary>
    public long MomentOf(int number)
    {
        // The first round was written during the last week.
        if (number < Round) return plan.Start - Week + (number * 3 * 3600);
        var random = plan.Random(StreamKind.Thread, -7_000_000_000L - number);
        var before = EarlierOf(number);
        if (before < 0) return plan.Actors.Within(StoryOf(number), ref random);
        return Math.Min(plan.Start - 1, plan.Actors.After(MomentOf(before) + 45, 2, ref random));
    }

    /// <summary>A thread is about one story.</summary>
    private int StoryOf(int number)
    {
        var before = EarlierOf(number);
        if (before >= 0) return StoryOf(before);
        var random = plan.Random(StreamKind.Thread, number);
        return Plan.StoryIn(number / Counts.PostsInGeneration, ref random);
    }

    /// <summary>The post that a post answers or repeats; -1 for one that does neither.</summary>
    private int EarlierOf(int number) => ParentOf(number) is var parent and >= 0 ? parent : RepostedBy(number);

    /// <summary>An earlier post of the round, mostly one of its first; -1 for a post at the top.</summary>
    private int ParentOf(int number)
    {
        var random = plan.Random(StreamKind.Thread, -1_000_000_000L - number);
        var at = number % Round;
        return at > 0 && random.Chance(45) ? number - at + random.Skewed(at) : -1;
    }

    private int RepostedBy(int number)
    {
        var random = plan.Random(StreamKind.Thread, -3_000_000_000L - number);
        var at = number % Round;
        return at > 0 && ParentOf(number) < 0 && random.Chance(18) ? number - at + random.Skewed(at) : -1;
    }

    private bool IsQuote(int number)
    {
        var random = plan.Random(StreamKind.Thread, -5_000_000_000L - number);
        return random.Chance(50);
    }

    private (ulong Comments, ulong Reposts, ulong Quotes) Answers(int number)
    {
        ulong comments = 0, reposts = 0, quotes = 0;
        for (var later = number + 1; later % Round != 0; later++)
        {
            if (ParentOf(later) == number) comments++;
            if (RepostedBy(later) != number) continue;
            if (IsQuote(later)) quotes++;
            else reposts++;
        }
        return (comments, reposts, quotes);
    }

    /// <summary>Analysts of the story more often than others; no user answers their own post directly.</summary>
    private int PosterOf(int number)
    {
        var random = plan.Random(StreamKind.Post, -2_000_000_000L - number);
        var poster = random.Chance(55)
            ? Keys.Apps + Analysts.Of(StoryOf(number), ref random)
            : Math.Min(keys.Count - 1, Keys.Apps + random.Skewed(Math.Max(Analysts.Most, number * 2 / 3)));
        var before = EarlierOf(number);
        if (before < 0 || PosterOf(before) != poster) return poster;
        return Keys.Apps + ((poster - Keys.Apps + 1) % Analysts.Most);
    }

    /// <summary>A few users write every fourth post in a language other than English.</summary>
    private string LanguageOf(int number, int poster)
    {
        var random = plan.Random(StreamKind.Post, -3_000_000_000L - number);
        if (Profiles.VoiceOf(plan, poster) is not (Voice.Analyst or Voice.Reader) || random.Chance(75)) return "en";
        return s_languages[poster % s_languages.Length];
    }

    private int RootOf(int number) => EarlierOf(number) is var before and >= 0 ? RootOf(before) : number;

    private string BodyOf(int number, int poster, string language, bool quoted)
    {
        var random = plan.Random(StreamKind.Post, -1_000_000_000L - number);
        var facts = plan.Stories.Of(StoryOf(number), MomentOf(number), ref random);
        var root = RootOf(number);
        if (quoted) return PostTexts.Quote(number, facts, ref random);
        var voice = Profiles.VoiceOf(plan, poster);
        return ParentOf(number) >= 0
            ? PostTexts.Answer(voice, language, PosterOf(root) == poster, root + number, facts, ref random)
            : PostTexts.Post(voice, language, number, facts, ref random);
    }

    private static Nft NftOf(ref RandomStream random) => new()
    {
        Copies = 1 + (ulong)random.Below(10),
        CopiesForSale = 1,
        HasUnlockable = random.Chance(30),
        RoyaltyToCreatorBasisPoints = 500,
        RoyaltyToCoinBasisPoints = 250,
    };

    private static ExtraData? ExtraOf(string language, ref RandomStream random)
    {
        var node = Encoding.UTF8.GetBytes(random.Below(9).ToString(CultureInfo.InvariantCulture));
        return ExtraData.Of([("Node"u8.ToArray(), node), ("Language"u8.ToArray(), Encoding.UTF8.GetBytes(language))]);
    }
}
