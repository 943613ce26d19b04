using System.Text;

namespace Compare;

/// <summary>What is asked over and over, of whichever server.</summary>
sealed record Request(string Name, string Target)
{
    public const string Token = "Authorization: TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    private const string Bearer = "Authorization: Bearer emulator-bearer";

    public string Method { get; init; } = "GET";

    public IReadOnlyList<string> Headers { get; init; } = [];

    public string? Body { get; init; }

    /// <summary>What wrk needs when it asks for more than one target without a body; made from the body where there is one.</summary>
    public string? Script { get; init; }

    public string? Lua => Script ?? (Body is null ? null : $"""
        wrk.method = '{Method}'
        wrk.headers['Content-Type'] = 'application/json'
        wrk.body = {Quoted(Body)}
        """);

    /// <summary>ThreatConnect, with a token.</summary>
    public static Request Tc(string name, string target) => new(name, target) { Headers = [Token] };

    /// <summary>ThreatWinds.</summary>
    public static Request Tw(string name, string target) => new(name, target) { Headers = [Bearer] };

    /// <summary>Any POST with JSON.</summary>
    public static Request Post(string name, string target, string json) => new(name, target) { Method = "POST", Body = json };

    /// <summary>GETs with a token, one target after another.</summary>
    public static Request Turns(string name, IReadOnlyList<string> targets) => Tc(name, targets[0]) with
    {
        Script = $$"""
            local requests = {}
            local n = 0
            function init()
              for _, path in ipairs({ {{string.Join(", ", targets.Select(Quoted))}} }) do requests[#requests + 1] = wrk.format(nil, path) end
            end
            function request()
              n = n % #requests + 1
              return requests[n]
            end
            """,
    };

    public HttpRequestMessage Message(string server)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(server + Target));
        foreach (var header in Headers)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            message.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 1)..].Trim());
        }
        if (Body is not null) message.Content = new StringContent(Body, Encoding.UTF8, "application/json");
        return message;
    }

    private static string Quoted(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
