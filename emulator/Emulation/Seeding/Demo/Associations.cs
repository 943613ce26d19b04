using System.Text;
using Emulation.Graphs.Deso;

namespace Emulation.Seeding.Demo;

/// <summary>
/// DeSo's associations of users with users and posts. No two have the same natural key: each has one end that at most three others share,
/// and those differ in type, post or app.
/// </summary>
sealed class Associations(Plan plan, Keys keys, Posts posts, uint tip)
{
    private const int Fresh = 89;

    private static readonly byte[][] s_userTypes = Texts("ENDORSEMENT", "FOLLOW", "TRUST", "endorsement", "COLLEAGUE", "Mentor");
    private static readonly byte[][] s_skills =
        Texts("Malware analysis", "SQL", "OSINT", "YARA", "Incident response", "Reverse engineering", "Forensik", "脅威ハンティング");

    private static readonly byte[][] s_marks = [.. new[] { "yes", "1", "close", "since 2019", "maybe" }.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[][] s_postTypes = Texts("REACTION", "REACTION", "REACTION", "REACTION", "Reaction", "BOOKMARK", "TLP");
    private static readonly byte[][] s_reactions =
        Texts("LIKE", "LOVE", "HEART", "LAUGH", "ASTONISHED", "SAD", "ANGRY", "DISLIKE", "🔥");

    private static readonly byte[][] s_colors = [.. new[] { "GREEN", "AMBER", "WHITE", "RED" }.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[] s_reviewed = [.. "reviewed"u8];
    private static readonly byte[] s_peer = [.. "PeerID"u8];

    /// <summary>Of each seven, three start the links of a new user; the other end is a user with many links.</summary>
    public UserAssociation User(int number)
    {
        var random = plan.Random(StreamKind.UserAssociation, number);
        var (newer, turn) = ((int)(number * 3L / 7), (int)(number * 3L % 7 / 3));
        var popular = newer == 0 ? 0 : random.Skewed(newer);
        var upwards = random.Chance(60);
        var kind = (random.Chance(50) ? 0 : 3) + turn;
        var endorses = kind is 0 or 3;
        return new UserAssociation
        {
            Id = IdOf(ref random),
            Transactor = keys[upwards ? newer : popular],
            Target = keys[upwards ? popular : newer],
            App = keys.App(ref random),
            Type = s_userTypes[kind % s_userTypes.Length],
            Value = endorses ? s_skills[random.Skewed(s_skills.Length)] : s_marks[random.Skewed(s_marks.Length)],
            ExtraData = ExtraOf(ref random),
            BlockHeight = HeightOf(number, ref random),
        };
    }

    /// <summary>Half of them link an inactive user with a popular post, the others an active user with a post of few reactions.</summary>
    public PostAssociation Post(int number)
    {
        var random = plan.Random(StreamKind.PostAssociation, number);
        var (user, post, app) = random.Chance(55) ? Popular(number, ref random) : Busy(number, ref random);
        var type = s_postTypes[random.Below(s_postTypes.Length)];
        return new PostAssociation
        {
            Id = IdOf(ref random),
            Transactor = keys[user],
            PostHash = Posts.HashOf(plan, post),
            App = app,
            Type = type,
            Value = type[0] switch
            {
                (byte)'R' => s_reactions[random.Skewed(s_reactions.Length)],
                (byte)'T' => s_colors[random.Skewed(s_colors.Length)],
                _ => s_reviewed,
            },
            ExtraData = ExtraOf(ref random),
            BlockHeight = number % Fresh == Fresh - 1 ? tip + 1 : AfterPost(post, ref random),
        };
    }

    /// <summary>A reaction is in the block of its post or in a later one.</summary>
    private uint AfterPost(int post, ref RandomStream random)
    {
        var later = posts.HeightOf(Math.Min(plan.Start - 1, plan.Actors.After(posts.MomentOf(post), 30, ref random)));
        return Math.Max(posts.BlockOf(post), later);
    }

    // Seven associations for two users: each user has at most four, on different posts.
    private (int User, int Post, PublicKey App) Popular(int number, ref RandomStream random)
    {
        var (user, turn) = ((int)(number * 2L / 7), (int)(number * 2L % 7 / 2));
        var post = (random.Skewed(Math.Max(1, number * 3 / 7 / 4)) * 4) + turn;
        return (user, post, random.Chance(60) ? PublicKey.Zero : keys[random.Below(2)]);
    }

    // Seven associations for three posts: each post has at most three, of different users.
    private (int User, int Post, PublicKey App) Busy(int number, ref RandomStream random)
    {
        var (post, turn) = ((int)(number * 3L / 7), (int)(number * 3L % 7 / 3));
        return ((random.Skewed(Math.Max(1, (int)(number * 2L / 7 / 3))) * 3) + turn, post, keys[2 + random.Skewed(Keys.Apps - 2)]);
    }

    private static byte[] IdOf(ref RandomStream random)
    {
        var id = new byte[32];
        random.Fill(id);
        return id;
    }

    private static byte[][] Texts(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    private static ExtraData? ExtraOf(ref RandomStream random) =>
        random.Chance(12) ? ExtraData.Of([(s_peer, [(byte)('A' + random.Below(26))])]) : null;

    private uint HeightOf(int number, ref RandomStream random)
    {
        if (number % Fresh == Fresh - 1) return tip + 1;
        return posts.HeightOf(plan.Start - 1 - random.Skewed((int)(plan.Start - plan.FirstStory)));
    }
}
