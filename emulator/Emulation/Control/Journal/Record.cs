using System.Net;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>What of a request and its answer is no text and no body.</summary>
/// <param name="Number">Its place in the world's account, from 1; ids are made of it.</param>
/// <param name="Elapsed">How long the machine took, delays included, until the answer was ready to be sent.</param>
/// <param name="RequestBytes">The length of the whole body that came.</param>
/// <param name="AnswerBytes">The length of the whole body that went; less than nothing: it was not known, because the body is a stream.</param>
readonly record struct Facts(
    long Number, DateTimeOffset Now, DateTimeOffset MachineNow, TimeSpan Elapsed, string Method, string Scheme, string Protocol, IPAddress? Client,
    IApi Api, Route? Route, string Allowed, string Caller, int Status, string? Reason, string? Stub, string? Fault, TimeSpan Delay, ConnectionFault ConnectionFault, string? Note,
    long VersionBefore, long VersionAfter, Bug? Bug, long RequestBytes, long AnswerBytes);

/// <summary>What a handler threw.</summary>
sealed record Bug(string Type, string Message);

/// <summary>Where the text and the bodies of a record lie, one behind the other.</summary>
readonly record struct Place(Chunk Chunk, int At, int Texts, int RequestBody, int AnswerBody)
{
    public int Length => Texts + RequestBody + AnswerBody;
}

/// <summary>One request and its answer in the ring.</summary>
/// <param name="Serial">Which record it is of all that ever were; never used twice.</param>
record struct Record(long Serial, Facts Facts, Place Place)
{
    /// <summary>Its texts and bodies are in place.</summary>
    public bool IsWritten { get; set; }
}
