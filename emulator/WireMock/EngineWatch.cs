using System.Globalization;
using System.Text.RegularExpressions;
using WireMock.Admin.Requests;
using WireMock.Logging;

namespace Emulation.WireMocks;

/// <summary>What WireMock.Net reported while it answered one request.</summary>
sealed class Seen
{
    /// <summary>Why it could not read the request; null when it could.</summary>
    public string? Unread { get; init; }

    /// <summary>It did not end in time.</summary>
    public bool IsEndless { get; init; }

    /// <summary>The mapping that answered; null: none matched.</summary>
    public Guid? Mapping { get; set; }

    public string? Title { get; set; }

    /// <summary>Why the mapping gave no answer; null when it did.</summary>
    public string? Failure { get; set; }

    /// <summary>A mapping that could not be evaluated and why, in one line.</summary>
    public string? Skipped { get; set; }

    /// <summary>What a tester should know of a request that no mapping answered; null: nothing.</summary>
    public string? Note => Unread ?? Skipped ?? Failure;

    /// <summary>A mapping with a regular expression that did not end in time.</summary>
    public string? Runaway { get; set; }

    /// <summary>The answer as the request log shows it; null without one.</summary>
    public LogResponseModel? Answer { get; set; }
}

/// <summary>Listens to WireMock.Net's log, which names the mapping of each request in the flow of that request.</summary>
sealed class EngineWatch : IWireMockLogger
{
    private const string ProvidingFailed = "Providing a Response for Mapping";
    private const string MatchingFailed = "Getting a Request MatchResult for Mapping";
    private const string ExceptionMark = "Exception: ";

    // A request's body that is not JSON or XML does not match, which is no fault of the mapping.
    private static readonly string[] s_ordinary =
        ["Newtonsoft.Json.JsonReaderException", "System.Text.Json.Json", "System.Xml.XmlException"];

    private readonly AsyncLocal<Seen?> _current = new();

    /// <summary>What is reported from now on, in this flow.</summary>
    public Seen Begin() => _current.Value = new Seen();

    public void DebugRequestResponse(LogEntryModel logEntryModel, bool isAdminRequest)
    {
        if (_current.Value is not { } seen) return;
        (seen.Mapping, seen.Title, seen.Answer) = (logEntryModel.MappingGuid, logEntryModel.MappingTitle, logEntryModel.Response);
    }

    public void Error(string formatString, params object[] args)
    {
        if (_current.Value is not { } seen) return;
        var text = args.Length == 0 ? formatString : string.Format(CultureInfo.InvariantCulture, formatString, args);
        if (text.StartsWith(ProvidingFailed, StringComparison.Ordinal)) seen.Failure = Cause(text);
        else if (text.StartsWith(MatchingFailed, StringComparison.Ordinal)) Skip(seen, text);
    }

    public void Error(string message, Exception exception)
    {
        // It matched and gave an answer that cannot be written: a body file that does not exist, an object that is not JSON.
        if (_current.Value is { Mapping: not null } seen) seen.Failure = exception.Message.ReplaceLineEndings(" ");
    }

    public void Debug(string formatString, params object[] args)
    {
        // Not about a request's answer.
    }

    public void Info(string formatString, params object[] args)
    {
        // Not about a request's answer.
    }

    public void Warn(string formatString, params object[] args)
    {
        // Not about a request's answer.
    }

    private static void Skip(Seen seen, string text)
    {
        var cause = Cause(text);
        if (s_ordinary.Any(name => cause.StartsWith(name, StringComparison.Ordinal))) return;
        var mapping = text.Split('\'') is [_, var guid, ..] ? guid : "?";
        seen.Skipped = $"the WireMock.Net mapping {mapping} could not be evaluated and counts as not matching: {cause}";
        if (cause.Contains(nameof(RegexMatchTimeoutException), StringComparison.Ordinal)) seen.Runaway = mapping;
    }

    /// <summary>The first line of the exception.</summary>
    private static string Cause(string text)
    {
        var at = text.IndexOf(ExceptionMark, StringComparison.Ordinal);
        var cause = at < 0 ? text : text[(at + ExceptionMark.Length)..];
        return cause.Split('\n')[0].Trim();
    }
}
