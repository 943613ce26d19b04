using System.Text.Json;
using Emulation.Apis.Deso;

namespace Emulation.Tests.Apis.Deso;

/// <summary>For random data, filters, limits and directions: pages followed by cursor give the whole ordered list, each once.</summary>
class PagingLaws
{
    private static readonly string[] s_types = ["a", "A", "ab", "B", "É", "é", "z\u0001"];
    private static readonly string[] s_values = ["x", "X", "xy", "\uFFFD", "😀", "y", ""];

    private sealed record Row(string Id, int Transactor, int About, int App, string Type, string Value);

    [TestCase("user", 1)]
    [TestCase("user", 2)]
    [TestCase("user", 3)]
    [TestCase("post", 4)]
    [TestCase("post", 5)]
    [TestCase("post", 6)]
    public async Task Pages_give_the_whole_list_once(string kind, int seed)
    {
        var random = new Random(seed);
        var rows = Rows(random, 300);
        await using var node = await DesoNode.With(Data(kind, rows));

        for (var i = 0; i < 60; i++)
        {
            var (filter, matches) = Filter(kind, random);
            var descending = random.Next(2) == 1;
            var limit = random.Next(1, 9);
            var expected = rows.Where(matches).Order(Comparer<Row>.Create(
                (one, other) => Key(kind, one).AsSpan().SequenceCompareTo(Key(kind, other)))).Select(row => row.Id).ToList();
            if (descending) expected.Reverse();

            var seen = new List<string>();
            for (var last = ""; ;)
            {
                var body = $"{{{filter},\"Limit\":{limit},\"SortDescending\":{(descending ? "true" : "false")},\"LastSeenAssociationID\":\"{last}\"}}";
                var answer = await node.Query(kind, body);
                answer.Status.Should().Be(200, $"{body} is served: {answer.Text}");
                if (answer.Ids.Length == 0) break;
                answer.Ids.Should().HaveCountLessThanOrEqualTo(limit);
                seen.AddRange(answer.Ids);
                last = answer.Ids[^1];
            }

            var count = (await node.Post($"/api/v0/{kind}-associations/count", $"{{{filter}}}")).Json.GetProperty("Count").GetInt32();
            count.Should().Be(expected.Count, filter);
            seen.Should().OnlyHaveUniqueItems();
            // Where one party is fixed the order of all accepted filters is the same; ties between parties are in the key.
            seen.Should().Equal(expected, $"of {filter}{(descending ? " backwards" : "")}");
        }
    }

    [TestCase("user", 7)]
    [TestCase("post", 8)]
    public async Task Postgres_gives_the_same_sets_in_the_order_of_the_ids(string kind, int seed)
    {
        var random = new Random(seed);
        var rows = Rows(random, 200);
        await using var node = await DesoNode.With(Data(kind, rows), new DesoOptions { Storage = Storage.Postgres });

        for (var i = 0; i < 40; i++)
        {
            var (filter, matches) = Filter(kind, random);

            var ids = (await node.Query(kind, $"{{{filter},\"Limit\":100}}")).Ids;

            ids.Should().Equal(rows.Where(matches).Select(row => row.Id).Order(StringComparer.Ordinal).Take(100), filter);
        }
    }

    private static List<Row> Rows(Random random, int count)
    {
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var row = new Row(
                DesoData.Hash(random.Next()),
                random.Next(1, 4),
                random.Next(1, 4),
                random.Next(0, 3),
                s_types[random.Next(s_types.Length)],
                s_values[random.Next(s_values.Length - 1)]);
            rows[$"{row.Transactor} {row.About} {row.App} {row.Type.ToLowerInvariant()} {row.Value}"] = row;
        }
        return [.. rows.Values];
    }

    private static DesoData Data(string kind, List<Row> rows)
    {
        var data = new DesoData();
        foreach (var row in rows)
        {
            int? app = row.App == 0 ? null : row.App;
            var id = int.Parse(row.Id[..8], System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
            if (kind == "user") data.User(id, row.Transactor, row.About, row.Type, row.Value, app);
            else data.Reaction(id, row.Transactor, row.About, row.Type, row.Value, app);
        }
        return data;
    }

    /// <summary>An accepted combination of filters, and what it means.</summary>
    private static (string Filter, Func<Row, bool> Matches) Filter(string kind, Random random)
    {
        var parts = new List<string>();
        var matches = new List<Func<Row, bool>>();
        var (transactor, about) = (random.Next(1, 4), random.Next(1, 4));
        var parties = kind == "user" ? random.Next(1, 4) : random.Next(0, 4);
        if ((parties & 1) != 0) Add("TransactorPublicKeyBase58Check", DesoData.Key(transactor), row => row.Transactor == transactor);
        if ((parties & 2) != 0)
            Add(
                kind == "user" ? "TargetUserPublicKeyBase58Check" : "PostHashHex",
                kind == "user" ? DesoData.Key(about) : DesoData.Hash(about),
                row => row.About == about);
        var type = s_types[random.Next(s_types.Length)];
        var value = s_values[random.Next(s_values.Length - 1)];
        var shape = kind == "post" && parties == 3 ? 3 : random.Next(parties == 0 ? 1 : 0, 5);
        if (shape == 1)
            Add("AssociationTypePrefix", type[..1].ToUpperInvariant(), row => row.Type.ToLowerInvariant().StartsWith(
                type[..1].ToLowerInvariant(), StringComparison.Ordinal));
        if (shape >= 2) Add("AssociationType", type.ToUpperInvariant(), row => row.Type.ToLowerInvariant() == type.ToLowerInvariant());
        if (shape == 3) Add("AssociationValue", value, row => row.Value == value);
        if (shape == 4) Add("AssociationValuePrefix", "x", row => row.Value.StartsWith('x'));
        var app = random.Next(0, 3);
        if (parties == 3 && shape == 3 && random.Next(2) == 0)
            Add(
                "AppPublicKeyBase58Check",
                app == 0 ? "tBCKQud934akEwsr8AfG9BzHDWhi6CaDmjBsxGsSgfGsoxXHfVEfxP" : DesoData.Key(app),
                row => row.App == app);
        return (string.Join(',', parts), row => matches.TrueForAll(one => one(row)));

        void Add(string name, string text, Func<Row, bool> match)
        {
            parts.Add($"\"{name}\":\"{JsonEncodedText.Encode(text)}\"");
            matches.Add(match);
        }
    }

    /// <summary>Type in lower case, value, and the parties in the order of the kind's keys; those that a filter fixes are equal.</summary>
    private static byte[] Key(string kind, Row row)
    {
        var app = row.App == 0 ? new byte[33] : DesoData.KeyBytes(row.App);
        var about = kind == "user" ? DesoData.KeyBytes(row.About) : Convert.FromHexString(DesoData.Hash(row.About));
        return
        [
            .. System.Text.Encoding.UTF8.GetBytes(row.Type.ToLowerInvariant()), 0, .. System.Text.Encoding.UTF8.GetBytes(row.Value), 0,
            .. about, .. DesoData.KeyBytes(row.Transactor), .. app,
        ];
    }
}
