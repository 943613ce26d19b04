namespace Emulation.Tests.Fuzz;

/// <summary>
/// Random requests over a list of routes. Credentials are right, wrong or absent; wrong ones contain <see cref="Secret"/>.
/// </summary>
sealed class RequestGenerator(IReadOnlyList<FuzzRoute> routes, ValuePool pool, Dice dice)
{
    /// <summary>Must appear in no log line and no journal entry.</summary>
    public const string Secret = "PlantedSecret7f3a";

    private static readonly (string Name, string Value)[][] s_credentials =
    [
        [("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I="), ("api-key", "emulator-key"), ("api-secret", "emulator-secret")],
        [("Authorization", "Bearer emulator-bearer")],
    ];

    private static readonly (string Name, string Value)[][] s_wrong =
    [
        [],
        [("Authorization", $"TC 12345678901234567890:{Secret}"), ("Timestamp", "1700000000")],
        [("Authorization", $"TC-Token APIV2:1:{Secret}:4102444800000:{Secret}")],
        [("Authorization", $"Bearer {Secret}")],
        [("Authorization", $"Basic {Secret}")],
        [("Authorization", "")],
        [("api-key", Secret), ("api-secret", Secret)],
        [("api-key", "emulator-key")],
        [("Cookie", $"session={Secret}"), ("Authorization", "Bearer limited-bearer")],
        [("Timestamp", "x"), ("Authorization", "TC 12345678901234567890")],
    ];

    private static readonly string[] s_contentTypes = ["application/json", "application/json; charset=utf-8", "text/plain", "application/octet-stream", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""];

    private static readonly string[] s_methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"];

    public RandomRequest Next()
    {
        var route = dice.Of(routes);
        var method = dice.OneIn(20) ? dice.Of(s_methods) : route.Method;
        var headers = Credentials(route);
        var body = method is "GET" or "HEAD" && !dice.OneIn(20) ? null : Body(route);
        return new RandomRequest(route, method, Path(route) + Query(), headers, body)
        {
            ContentType = dice.OneIn(10) ? dice.Of(s_contentTypes) : "application/json",
        };
    }

    private string Path(FuzzRoute route)
    {
        var path = string.Join(
            '/', route.Path.Split('/').Select(segment => segment.StartsWith('{') ? pool.Parameter(segment, dice) : segment));
        if (dice.OneIn(40)) path += "/";
        if (dice.OneIn(40)) path += "/" + pool.Hostile(dice);
        return dice.OneIn(60) ? path.ToUpperInvariant() : path;
    }

    private string Query()
    {
        if (dice.OneIn(2)) return "";
        var pairs = Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => $"{pool.QueryName(dice)}={Value()}").ToList();
        if (dice.OneIn(10))
            pairs.Add(
                $"{dice.Of(["token", "api_key", "access_token", "a[token]", "a%5Bapi_key%5D", "user_token", "auth.secret"])}={Secret}");
        if (dice.OneIn(30)) pairs.Add(pool.Hostile(dice));
        return "?" + string.Join('&', pairs);
    }

    private string Value() => dice.Below(4) switch
    {
        0 => $"{dice.Below(200)}",
        1 => dice.Of(["true", "asc", "desc", "Example%20Org", "dateAdded", "@timestamp"]),
        _ => pool.Hostile(dice).Replace("&", "%26", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal),
    };

    private (string Name, string Value)[] Credentials(FuzzRoute route)
    {
        if (dice.OneIn(8)) return dice.Of(s_wrong);
        return route.Api == "threatwinds" ? s_credentials[1] : s_credentials[0];
    }

    private byte[] Body(FuzzRoute route)
    {
        if (dice.OneIn(10)) return [];
        if (dice.OneIn(30))
        {
            var noise = new byte[dice.Below(400)];
            dice.Fill(noise);
            return noise;
        }
        var body = dice.Of(pool.Bodies);
        return dice.OneIn(4) ? body : BodyMutation.Apply(body, dice);
    }
}
