using System.Text;
using Emulation.Graphs.Deso;

namespace Emulation.Seeding.Demo;

/// <summary>
/// What DeSo's users say about each other and about posts. No two are the same by construction: each has one end that few others have,
/// and these differ in type, post or app.
/// </summary>
sealed class Associations(Plan plan, Keys keys, Posts posts, uint tip)
{
    private const int Fresh = 89;

    private static readonly byte[][] s_userTypes = [.. new[] { "ENDORSEMENT", "FOLLOW", "TRUST", "endorsement", "COLLEAGUE", "Mentor" }.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[][] s_skills = [.. new[] { "Malware analysis", "SQL", "OSINT", "YARA", "Incident response", "Reverse engineering", "Forensik", "脅威ハンティング" }.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[][] s_marks = [.. new[] { "yes", "1", "close", "since 2019", "maybe" }.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[][] s_postTypes = [.. new[] { "REACTION", "REACTION", "REACTION", "REACTION", "Reaction", "BOOKMARK", "TLP" }.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[][] s_reactions = [.. new[] { "LIKE", "LOVE", "HEART", "LAUGH", "ASTONISHED", "SAD", "ANGRY", "DISLIKE", "🔥" }.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[][] s_colors = [.. new[] { "GREEN", "AMBER", "WHITE", "RED" }.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[] s_reviewed = [.. "reviewed"u8];
    private static readonly byte[] s_peer = [.. "PeerID"u8];

    /// <summary>Three of seven begin a new user's ties; the other end is somebody whom many know.</summary>
    public UserAssociation User(int number)
    {
        var dice = plan.Dice(Stream.UserAssociation, number);
        var (newer, turn) = ((int)(number * 3L / 7), (int)(number * 3L % 7 / 3));
        var popular = newer == 0 ? 0 : dice.Skewed(newer);
        var upwards = dice.Chance(60);
        var kind = (dice.Chance(50) ? 0 : 3) + turn;
        var endorses = kind is 0 or 3;
        return new UserAssociation
        {
            Id = IdOf(ref dice),
            Transactor = keys[upwards ? newer : popular],
            Target = keys[upwards ? popular : newer],
            App = keys.App(ref dice),
            Type = s_userTypes[kind % s_userTypes.Length],
            Value = endorses ? s_skills[dice.Skewed(s_skills.Length)] : s_marks[dice.Skewed(s_marks.Length)],
            ExtraData = ExtraOf(ref dice),
            BlockHeight = HeightOf(number, ref dice),
        };
    }

    /// <summary>Half of them join a user of few words with a popular post, the others a busy user with a post of few readers.</summary>
    public PostAssociation Post(int number)
    {
        var dice = plan.Dice(Stream.PostAssociation, number);
        var (user, post, app) = dice.Chance(55) ? Popular(number, ref dice) : Busy(number, ref dice);
        var type = s_postTypes[dice.Below(s_postTypes.Length)];
        return new PostAssociation
        {
            Id = IdOf(ref dice),
            Transactor = keys[user],
            PostHash = Posts.HashOf(plan, post),
            App = app,
            Type = type,
            Value = type[0] is (byte)'R' ? s_reactions[dice.Skewed(s_reactions.Length)] : type[0] is (byte)'T' ? s_colors[dice.Skewed(s_colors.Length)] : s_reviewed,
            ExtraData = ExtraOf(ref dice),
            BlockHeight = HeightOf(number, ref dice),
        };
    }

    // Seven associations for two users: each has four at most, and these stand on different posts.
    private (int User, int Post, PublicKey App) Popular(int number, ref Dice dice)
    {
        var (user, turn) = ((int)(number * 2L / 7), (int)(number * 2L % 7 / 2));
        return (user, (dice.Skewed(Math.Max(1, number * 3 / 7 / 4)) * 4) + turn, dice.Chance(60) ? PublicKey.Zero : keys[dice.Below(2)]);
    }

    // Seven associations for three posts: each has three at most, of different users.
    private (int User, int Post, PublicKey App) Busy(int number, ref Dice dice)
    {
        var (post, turn) = ((int)(number * 3L / 7), (int)(number * 3L % 7 / 3));
        return ((dice.Skewed(Math.Max(1, (int)(number * 2L / 7 / 3))) * 3) + turn, post, keys[2 + dice.Skewed(Keys.Apps - 2)]);
    }

    private static byte[] IdOf(ref Dice dice)
    {
        var id = new byte[32];
        dice.Fill(id);
        return id;
    }

    private ExtraData? ExtraOf(ref Dice dice) => dice.Chance(12) ? ExtraData.Of([(s_peer, [(byte)('A' + dice.Below(26))])]) : null;

    private uint HeightOf(int number, ref Dice dice)
    {
        if (number % Fresh == Fresh - 1) return tip + 1;
        return posts.HeightOf(DemoGraph.StartSecond - 1 - dice.Skewed((int)(DemoGraph.StartSecond - 1546300800)));
    }
}
