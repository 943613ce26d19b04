using System.Net;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>The fields of an exchange except its target, headers and bodies.</summary>
/// <param name="Number">The number of the exchange in its world, from 1; its id is computed from it.</param>
/// <param name="Elapsed">The time until the response was ready to be sent, delays included.</param>
/// <param name="RequestBytes">The length of the whole request body.</param>
/// <param name="AnswerBytes">The length of the whole response body; negative for a stream, whose length is not known.</param>
readonly record struct ExchangeDetails(
    long Number, DateTimeOffset Now, DateTimeOffset MachineNow, TimeSpan Elapsed,
    string Method, string Scheme, string Protocol, IPAddress? Client,
    IApi Api, Route? Route, string Allowed, string Caller, int Status, string? Reason,
    string? Stub, string? Fault, TimeSpan Delay, ConnectionFault ConnectionFault, string? Note,
    long VersionBefore, long VersionAfter, Bug? Bug, long RequestBytes, long AnswerBytes);

/// <summary>The exception of a handler.</summary>
sealed record Bug(string Type, string Message);

/// <summary>The position of a record in its buffer, and the lengths of its texts and bodies, which follow each other.</summary>
readonly record struct RecordLocation(RecordBuffer Buffer, int At, int Texts, int RequestBody, int AnswerBody)
{
    public int Length => Texts + RequestBody + AnswerBody;
}

/// <summary>One request and its response in the ring.</summary>
/// <param name="Serial">The number of the record since the process started; never used twice.</param>
record struct JournalRecord(long Serial, ExchangeDetails Details, RecordLocation Location)
{
    /// <summary>Its texts and bodies have been copied.</summary>
    public bool IsWritten { get; set; }
}
