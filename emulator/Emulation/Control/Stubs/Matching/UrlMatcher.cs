using Emulation.Http;

namespace Emulation.Control.Stubs.Matching;

/// <summary>The condition of a pattern on the URL.</summary>
sealed record UrlMatcher
{
    private static readonly string[] s_members = ["url", "urlPath", "urlPattern", "urlPathPattern", "urlPathTemplate"];

    private IMatcher _matcher = new Anything();
    private bool _pathOnly;

    /// <summary>The only path that can match, as sent; null when there may be several.</summary>
    public string? OnlyPath { get; private init; }

    /// <summary>The path template, if the pattern has one.</summary>
    public PathTemplate? Template { get; private init; }

    public static UrlMatcher Read(Members body)
    {
        var given = s_members.Where(body.Has).ToList();
        foreach (var other in given.Skip(1))
            body.Wrong(other, $"does not go with \"{given[0]}\"; a pattern has one of {string.Join(", ", s_members)}");
        if (given is not [var kind, ..] || body.Text(kind) is not { } text) return new();
        switch (kind)
        {
            case "url":
                return new() { _matcher = new EqualTo(text, false), OnlyPath = text.Split('?')[0] };
            case "urlPath":
                return new() { _matcher = new EqualTo(text, false), _pathOnly = true, OnlyPath = text };
            case "urlPathTemplate":
                var template = PathTemplate.Read(text, out var fault);
                if (template is null) body.Wrong(kind, fault);
                return new() { _matcher = template ?? (IMatcher)new Anything(), _pathOnly = true, Template = template };
            default:
                var pattern = MatcherReader.PatternOf(body, kind);
                return new()
                {
                    _matcher = pattern is null ? new Anything() : new MatchesPattern(pattern), _pathOnly = kind == "urlPathPattern",
                };
        }
    }

    public bool Matches(RequestView request) => _matcher.Matches(new MatchInput(_pathOnly ? request.Path : request.Url, request.Budget));

    public double Distance(RequestView request) =>
        _matcher.Distance(new MatchInput(_pathOnly ? request.Path : request.Url, request.Budget));
}
