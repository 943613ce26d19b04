using System.Globalization;
using System.Text;
using Emulation.Graphs.Deso;

namespace Emulation.Seeding.Demo;

/// <summary>
/// DeSo's posts: the analysts discuss the adversaries and indicators of the other two APIs. They come in rounds of 32 that hold their
/// own threads, so that how many answers a post has does not depend on how many posts there are.
/// </summary>
sealed class Posts(Plan plan, Keys keys, Values values, uint tip)
{
    private const int Round = 32;
    private const int Fresh = 97;
    private const int Week = 7 * 86400;

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
        var story = Plan.StoryIn(number / Counts.PostsInGeneration, ref random);
        var quoted = reposted >= 0 && IsQuote(number);
        return new Post
        {
            Hash = HashOf(plan, number),
            Poster = keys[PosterOf(number, story, ref random)],
            Parent = parent < 0 ? [] : HashOf(plan, parent),
            Body = reposted >= 0 && !quoted ? "" : parent >= 0 ? AnswerTo(story, ref random) : BodyOf(story, ref random),
            ImageUrls = parent < 0 && random.Chance(15) ? [$"https://images.example/{number.ToString(CultureInfo.InvariantCulture)}.webp"] : [],
            VideoUrls = parent < 0 && random.Chance(3) ? [$"https://videos.example/{number.ToString(CultureInfo.InvariantCulture)}.mp4"] : [],
            Reposted = reposted < 0 ? [] : HashOf(plan, reposted),
            CreatorBasisPoints = random.Chance(90) ? 1000 : (ulong)random.Below(10_001),
            TimestampNanos = ((ulong)MomentOf(number) * PerSecond) + (ulong)random.Below((int)PerSecond),
            IsHidden = random.Chance(2),
            ConfirmationBlockHeight = BlockOf(number),
            LikeCount = (ulong)random.Skewed(900),
            DiamondCount = random.Chance(40) ? (ulong)random.Skewed(30) : 0,
            IsPinned = random.Chance(2),
            ExtraData = random.Chance(30) ? ExtraData.Of([("Node"u8.ToArray(), Encoding.UTF8.GetBytes(random.Below(9).ToString(CultureInfo.InvariantCulture))), ("Language"u8.ToArray(), random.Chance(20) ? "de"u8.ToArray() : "en"u8.ToArray())]) : null,
            CommentCount = comments,
            RepostCount = reposts,
            QuoteRepostCount = quotes,
            Nft = random.Chance(2) ? new Nft { Copies = 1 + (ulong)random.Below(10), CopiesForSale = 1, HasUnlockable = random.Chance(30), RoyaltyToCreatorBasisPoints = 500, RoyaltyToCoinBasisPoints = 250 } : null,
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

    private long MomentOf(int number)
    {
        // The first round was written during the last week.
        if (number < Round) return plan.Start - Week + (number * 3 * 3600);
        var story = StoryOfRound(number);
        var random = plan.Random(StreamKind.Thread, ~(long)(number / Round));
        return plan.Actors.Within(story, ref random) + (number % Round * 600);
    }

    private int StoryOfRound(int number)
    {
        var random = plan.Random(StreamKind.Thread, number / Round);
        return Plan.StoryIn(number / Counts.PostsInGeneration, ref random);
    }

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

    private int PosterOf(int number, int story, ref RandomStream random)
    {
        if (random.Chance(55)) return Keys.Apps + Analysts.Of(story, ref random);
        return Math.Min(keys.Count - 1, Keys.Apps + random.Skewed(Math.Max(Analysts.Most, number * 2 / 3)));
    }

    private string BodyOf(int story, ref RandomStream random)
    {
        var adversary = plan.Actors.Adversary(story);
        var home = ClusterPlan.HomeOf(story) * ClusterPlan.Size;
        return random.Below(6) switch
        {
            0 => $"{adversary} is back: {values.Host(home)} resolves to {Values.Address(home + 1)}. {random.Pick(plan.Words.Phrases)}",
            1 => $"New infrastructure of {adversary}: {values.Host(home + 4)}",
            2 => $"{plan.Actors.MalwareOf(story)} seen again, we put it down to {adversary}. {random.Pick(plan.Words.Phrases)}",
            3 => $"⚠️ {adversary} zielt jetzt auf {random.Pick(InventedNames.Cities)}: {Values.Address(home + 5)}",
            4 => $"Anybody else with hits on {values.Of(home + 2).One}? #{random.Pick(InventedNames.MalwareRoots)}",
            _ => random.Pick(plan.Words.Phrases),
        };
    }

    private string AnswerTo(int story, ref RandomStream random) => random.Below(5) switch
    {
        0 => $"Same here, {random.Pick(InventedNames.Companies).Name} is hit too.",
        1 => $"Not {plan.Actors.Adversary(story)}, if you ask me.",
        2 => "👍",
        3 => "Danke für den Hinweis!",
        _ => random.Pick(plan.Words.Phrases),
    };

}
