using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;
using Microsoft.AspNetCore.Http;

namespace Emulation.Tests.Control.Stubs;

/// <summary>Requests and patterns without a server.</summary>
static class Some
{
    public static RequestView Request(
        string url = "/", string method = "GET", string body = "", params (string Name, string Value)[] headers)
    {
        var kept = new HeaderDictionary();
        foreach (var (name, value) in headers) kept.Append(name, value);
        var parts = url.Split('?', 2);
        return new RequestView(
            method, parts[0], parts.Length > 1 ? parts[1] : "", kept, new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(body)));
    }

    public static RequestPattern Pattern(string json)
    {
        var defects = new Defects();
        var pattern = RequestPattern.Read(JsonElement.Parse(json), "", defects);
        defects.First.Should().BeNull(json);
        return pattern;
    }

    public static Defect? Defect(string json)
    {
        var defects = new Defects();
        RequestPattern.Read(JsonElement.Parse(json), "", defects);
        return defects.First;
    }

    /// <summary>Whether a body matches a body pattern.</summary>
    public static bool Matches(string matcher, string body) => Pattern($$"""{"bodyPatterns":[{{matcher}}]}""").Matches(Request(body: body));
}
