namespace Emulation.Apis.ThreatWinds.Resources;

/// <summary>The names of scores, from the details page and its clients (threatwinds/api-docs analytics/entity-details.md).</summary>
static class ScoreNames
{
    public static string Reputation(int score) => score switch
    {
        3 => "benign",
        2 => "good",
        1 => "normal",
        0 => "indefinable",
        -1 => "poor",
        -2 => "bad",
        -3 => "malicious",
        _ => throw new InvalidOperationException($"A reputation of {score} was stored."),
    };

    public static string Accuracy(int score) => score switch
    {
        3 => "high",
        2 => "medium",
        1 => "low",
        0 => "none",
        _ => throw new InvalidOperationException($"An accuracy of {score} was stored."),
    };
}
