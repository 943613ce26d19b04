using System.Globalization;
using System.Text.Json;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;
using Emulation.Tests.Apis.Deso;
using Emulation.Tests.Seeding;
using User = Emulation.Graphs.ThreatConnect.User;

namespace Emulation.Tests.Control.Exports;

/// <summary>A request that may change something.</summary>
sealed record Wish(string Method, string Target, byte[]? Body = null, string ContentType = "application/json");

/// <summary>
/// Writes of all kinds to the three APIs, by chance, about what a graph holds. Many are refused, which is a test as well.
/// </summary>
sealed class RandomWrites(IReadOnlyList<IApi> apis, Random chance)
{
    private static readonly string[] s_words = ["alpha", "Ωmega \"quoted\"", "back\\slash", "tab\there", "emoji 🦝", "<b>&amp;</b>", "ends with space ", "0", "null", "ünïcode", " : ", "a : b"];

    // Links, deletions and the like: rows that need no body.
    private readonly Route[] _bodiless =
    [
        .. apis.SelectMany(api => api.Routes).Where(route => route.Served && route.Method is "POST" or "DELETE" or "PUT"
            && route.Path.StartsWith("/v2/", StringComparison.Ordinal)
            && route.Path.Contains('{', StringComparison.Ordinal) && !route.Path.Contains("playbooks", StringComparison.Ordinal)),
    ];

    public Wish? Next(Graph graph)
    {
        var fill = new PathFiller(graph, chance);
        return chance.Next(48) switch
        {
            < 3 => Group(fill),
            < 6 => Indicator(),
            < 8 => Filled(fill, "PUT", "/v2/indicators/{type}/{indicator}", $"{{\"rating\":{Number(5)},\"confidence\":{Number(100)},\"active\":{Flag()},\"description\":\"{Word()}\",\"falsePositive\":{Flag()}}}"),
            8 => Filled(fill, "PUT", "/v2/groups/{type}/{id}", $"{{\"name\":\"{Word()}\",\"xid\":\"x-{chance.Next(1000)}\"}}"),
            9 => Filled(fill, "POST", One("/v2/groups/{type}/{id}/attributes", "/v2/indicators/{type}/{indicator}/attributes", "/v2/tasks/{id}/attributes", "/v2/victims/{id}/attributes"), Attribute()),
            10 => Filled(
                fill,
                "PUT",
                One("/v2/groups/{type}/{id}/attributes/{attributeId}", "/v2/indicators/{type}/{indicator}/attributes/{attributeId}"),
                Attribute()),
            11 => new("POST", "/v2/tasks", Json($"{{\"name\":\"{Word()}\",\"status\":\"In Progress\",\"dueDate\":\"2023-01-0{chance.Next(1, 9)}\",\"assignee\":[{{\"userName\":\"{Person(graph, fill)}\"}}],\"description\":\"{Word()}\"}}")),
            12 => Filled(
                fill, "PUT", "/v2/tasks/{id}", $"{{\"name\":\"{Word()}\",\"escalated\":{Flag()},\"escalatee\":\"{Person(graph, fill)}\"}}"),
            13 => new("POST", "/v2/victims", Json($"{{\"name\":\"{Word()}\",\"org\":\"{Word()}\"}}")),
            14 => Filled(
                fill,
                "POST",
                $"/v2/victims/{{id}}/victimAssets/{One("emailAddresses", "networkAccounts", "webSites")}",
                $"{{\"address\":\"{Word()}\",\"account\":\"{Word()}\",\"webSite\":\"{Word()}\",\"network\":\"n\"}}"),
            15 => Filled(
                fill,
                "POST",
                $"/v2/groups/adversaries/{{id}}/adversaryAssets/{One("handles", "urls", "phoneNumbers")}",
                $"{{\"handle\":\"{Word()}\",\"url\":\"{Word()}\",\"phoneNumber\":\"{Word()}\"}}"),
            16 => Filled(
                fill,
                "POST",
                "/v2/indicators/{type}/{indicator}/observations",
                $"{{\"count\":{chance.Next(1, 9)},\"dateObserved\":\"2022-0{chance.Next(1, 9)}-01T00:00:00Z\"}}"),
            17 => Filled(
                fill,
                "POST",
                "/v2/indicators/files/{indicator}/fileOccurrences",
                $"{{\"fileName\":\"{Word()}\",\"path\":\"{Word()}\",\"date\":\"2022-01-01\"}}"),
            18 => new("POST", One("/v2/tags", "/v2/securityLabels"), Json(
                $"{{\"name\":\"{Word()}{chance.Next(20)}\",\"description\":\"{Word()}\",\"color\":\"00ff0{chance.Next(10)}\"}}")),
            19 => Filled(
                fill,
                "PUT",
                One("/v2/tags/{tagName}", "/v2/securityLabels/{securityLabelName}"),
                $"{{\"name\":\"{Word()} renamed {chance.Next(20)}\",\"color\":\"abcdef\"}}"),
            20 => Upload(fill),
            21 => Metric(fill),
            22 => Batch(graph, fill),
            23 => new("GET", One("/v2/indicators/bulk/json?runNow=true", "/v2/indicators/bulk/csv?runNow=true&owner=Common%20Community", "/v2/indicators/bulk/json")),
            24 => Renewal(graph, fill),
            25 or 26 => Winds(graph, fill),
            27 => Accounts(graph, fill),
            28 or 29 => Deso(graph, fill),
            30 or 31 => Join(graph, fill),
            _ => fill.One(_bodiless) is { } route && fill.Fill(route.Path) is { } target ? new(route.Method, target) : null,
        };
    }

    private Wish Group(PathFiller fill)
    {
        var type = fill.One(GroupType.All)!.Branch;
        return new("POST", $"/v2/groups/{type}", Json($"{{\"name\":\"{Word()}\",\"fileName\":\"{Word()}\",\"subject\":\"{Word()}\",\"header\":\"h\",\"body\":\"{Word()}\",\"fileType\":\"YARA\",\"fileText\":\"{Word()}\",\"firstSeen\":\"2020-02-02\",\"publishDate\":\"2020-02-02\",\"score\":{chance.Next(9)}}}"));
    }

    private Wish Indicator()
    {
        var n = chance.Next(60);
        var (type, body) = chance.Next(9) switch
        {
            0 => ("addresses", $"\"ip\":\"10.0.0.{n}\""),
            1 => ("hosts", $"\"hostName\":\"h{n}.example.org\",\"dnsActive\":true"),
            2 => ("urls", $"\"text\":\"https://example.org/{n}?a=b\""),
            3 => ("files", $"\"md5\":\"{n:x32}\",\"size\":{n}"),
            4 => ("files", $"\"sha1\":\"{n:x40}\",\"sha256\":\"{n:x64}\""),
            5 => ("registryKeys", $"\"Key Name\":\"HKEY_USERS\\\\a : {n}\",\"Value Name\":\"{Word()}\",\"Value Type\":\"REG_SZ\""),
            6 => ("emailAddresses", $"\"address\":\"U{n}@Example.org\""),
            7 => ("mutexes", $"\"Mutex\":\"{Word()}\""),
            _ => ("hashtags", $"\"Hashtag\":\"#{n}\""),
        };
        return new("POST", $"/v2/indicators/{type}", Json($"{{{body},\"rating\":{Number(5)},\"source\":\"{Word()}\"}}"));
    }

    private Wish? Upload(PathFiller fill)
    {
        var bytes = new byte[chance.Next(4) == 0 ? chance.Next(100_000, 200_000) : chance.Next(100)];
        chance.NextBytes(bytes);
        return fill.Fill($"/v2/groups/{One("documents", "reports")}/{{id}}/upload") is { } target
            ? new("PUT", target, bytes, "application/octet-stream")
            : null;
    }

    private Wish? Metric(PathFiller fill) => chance.Next(3) == 0
        ? new("POST", "/v2/customMetrics/", Json($"{{\"name\":\"metric {chance.Next(20)}\",\"dataType\":\"{One("Average", "Count", "Sum", "Min", "Last")}\",\"interval\":\"{One("Daily", "Weekly", "Yearly")}\",\"keyedValues\":{Flag()}}}"))
        : Filled(
            fill,
            "POST",
            "/v2/customMetrics/{metricId}/data",
            $"{{\"name\":\"{Word()}\",\"value\":{Number(100)},\"weight\":{chance.Next(1, 4)},\"date\":\"2022-0{chance.Next(1, 9)}-01\"}}");

    private Wish? Batch(Graph graph, PathFiller fill)
    {
        if (chance.Next(3) == 0)
            return new("POST", "/v2/batch", Json($"{{\"owner\":\"Example Org\",\"version\":\"V2\",\"action\":\"{One("Create", "Create", "Delete")}\",\"attributeWriteType\":\"{One("Append", "Replace", "Singleton")}\",\"hashCollisionMode\":\"{One("Split", "IgnoreExisting", "FavorExisting")}\",\"fileMergeMode\":\"{One("Merge", "Distribute")}\",\"haltOnError\":{Flag()},\"tagWriteType\":\"{One("Append", "Replace")}\"}}"));
        if (fill.One([.. graph.Nodes<BatchJob>()]) is not { } job) return null;
        if (job.UploadedAt is not null) return new("GET", $"/v2/batch/{job.Id}");
        var n = chance.Next(60);
        var file = $$"""
            {"indicator":[{"type":"Host","summary":"h{{n}}.example.org","rating":1.5,"tag":[{"name":"{{Word()}}"}],"attribute":[{"type":"Description","value":"{{Word()}}","displayed":{{Flag()}}}],"associatedGroups":[{"groupXid":"b-{{n}}"}]},
              {"type":"File","summary":"{{n:x32}} : {{n + 1:x40}}","fileOccurrence":[{"fileName":"f"}]}, {"type":"Nothing"}],
             "group":[{"type":"Incident","name":"{{Word()}}","xid":"b-{{n}}","securityLabel":[{"name":"TLP:RED"}]}],
             "association":[{"ref_1":"h{{n}}.example.org","type_1":"Host","ref_2":"b-{{n}}","type_2":"Incident"}]}
            """;
        return new("POST", $"/v2/batch/{job.Id}", Json(file), "application/octet-stream");
    }

    /// <summary>By chance two indicators of types that go together would hardly ever be met.</summary>
    private static Wish? Join(Graph graph, PathFiller fill)
    {
        var type = fill.One(Instance.Of(graph).AssociationTypes.All)!;
        var pair = type.Pairs[0];
        if (Of(pair.One) is not { } one || Of(pair.Other) is not { } other) return null;
        var way = type.FileAction ? $"actions/{type.Branch}" : $"associations/{type.Branch}";
        return new("POST", $"/v2/indicators/{one.Type.Branch}/{Uri.EscapeDataString(one.Summary)}/{way}/indicators/{other.Type.Branch}/{Uri.EscapeDataString(other.Summary)}");

        Indicator? Of(IndicatorType wanted) => fill.One([.. fill.Indicators.Where(item => item.Type == wanted)]);
    }

    private static Wish? Renewal(Graph graph, PathFiller fill) =>
        fill.One([.. graph.Nodes<User>().SelectMany(user => user.Tokens)]) is { } token
        ? new("GET", $"/appAuth?expiredToken={Uri.EscapeDataString(token.Text)}")
        : null;

    private Wish Winds(Graph graph, PathFiller fill)
    {
        var n = chance.Next(30);
        var (one, other) = (fill.One([.. graph.Nodes<Entity>()]), fill.One([.. graph.Nodes<Entity>()]));
        return chance.Next(6) switch
        {
            0 => new("POST", "/api/ingest/v1/association", Json($"{{\"entityID\":\"{one?.Id}\",\"relatedEntityID\":\"{other?.Id}\"}}")),
            1 => new("POST", "/api/ingest/v1/comment", Json(
                $"{{\"entityID\":\"{one?.Id}\",\"comment\":\"{Word()}\",\"visibleBy\":[\"public\",\"g{n}\"]}}")),
            2 => new(
                "POST", "/api/ingest/v1/well-known", Json($"{{\"type\":\"domain\",\"attributes\":{{\"domain\":\"w{n}.example.com\"}}}}")),
            3 => new("POST", "/api/ingest/v1/scan", Json($"{{\"target\":\"s{n}.example.com\"}}")),
            _ => new("POST", "/api/ingest/v1/entity", Json($"{{\"type\":\"domain\",\"reputation\":{chance.Next(-3, 4)},\"tags\":{One("null", "[]", "[\"a\",\"b\"]")},\"correlate\":[\"malware\"],\"attributes\":{{\"domain\":\"d{n}.example.com\",\"malware\":\"{Word()}\",\"size-in-bytes\":{Number(1000)},\"port\":\"{n + 1}/tcp\"}},\"associations\":[{{\"type\":\"ip\",\"mode\":\"aggregation\",\"attributes\":{{\"ip\":\"8.8.4.{n}\"}}}}]}}")),
        };
    }

    private Wish? Accounts(Graph graph, PathFiller fill)
    {
        var n = chance.Next(30);
        var code = fill.One([.. graph.Nodes<VerificationCode>()]);
        return chance.Next(6) switch
        {
            0 => new(
                "POST", "/api/auth/v2/user", Json($"{{\"email\":\"User{n}@Example.org\",\"fullName\":\"{Word()}\",\"alias\":\"a{n}\"}}")),
            1 => new("POST", "/api/auth/v2/session", Json("{\"email\":\"emulator@example.org\"}")),
            2 => new("POST", "/api/auth/v2/keypair", Json($"{{\"name\":\"{Word()}\",\"days\":{n + 1}}}")),
            3 => new("POST", "/api/auth/v2/email", Json($"{{\"address\":\"e{n}@example.org\"}}")),
            4 => fill.One([.. graph.Nodes<Session>()]) is { } session ? new("DELETE", $"/api/auth/v2/session/{session.Id}") : null,
            _ => code is null
                ? null
                : new("PUT", $"/api/auth/v2/{code.For switch { CodeFor.Session => "session", CodeFor.KeyPair => "keypair", _ => "email" }}/verification", Json($"{{\"verificationCodeID\":\"{code.Id}\",\"code\":\"{code.Code}\"}}")),
        };
    }

    private Wish? Deso(Graph graph, PathFiller fill)
    {
        var associations = graph.Nodes<UserAssociation>().ToArray();
        if (chance.Next(6) == 0) return new("PUT", "/_emulator/deso/chain", Json($"{{\"height\":{Chain.HeightOf(graph, default) + 1}}}"));
        if (chance.Next(4) == 0 && fill.One(associations) is { } made)
            return new("POST", "/api/v0/user-associations/delete", Json($"{{\"TransactorPublicKeyBase58Check\":\"{made.Transactor.Text(Network.Testnet)}\",\"AssociationID\":\"{Convert.ToHexStringLower(made.Id)}\"}}"));
        return new("POST", "/api/v0/user-associations/create", Json($"{{\"TransactorPublicKeyBase58Check\":\"{Wallet.Key(chance.Next(3))}\",\"TargetUserPublicKeyBase58Check\":\"{Wallet.Key(chance.Next(3))}\",\"AssociationType\":\"{One("Like", "LIKE", "ENDORSE")}\",\"AssociationValue\":\"{Word()}\",\"ExtraData\":{{\"{Word()}\":\"{Word()}\",\"DiamondLevel\":\"{chance.Next(9)}\",\"BuyNowPriceNanos\":\"7\"}}}}"));
    }

    private static Wish? Filled(PathFiller fill, string method, string path, string body) =>
        fill.Fill(path) is { } target ? new(method, target, Json(body)) : null;

    private string Attribute() =>
        $"{{\"type\":\"{One("Description", "Source", "External ID")}\",\"value\":\"{Word()}\",\"displayed\":{Flag()},\"source\":\"{Word()}\"}}";

    private static string Person(Graph graph, PathFiller fill) => fill.One([.. graph.Nodes<User>()])!.UserName;

    /// <summary>As it stands between the quotation marks of JSON.</summary>
    private string Word() => JsonEncodedText.Encode(s_words[chance.Next(s_words.Length)]).ToString();

    private string One(params string[] of) => of[chance.Next(of.Length)];

    private string Flag() => chance.Next(2) == 0 ? "true" : "false";

    private string Number(int below) => (chance.Next(below * 100) / 100m).ToString(CultureInfo.InvariantCulture);

    private static byte[] Json(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
