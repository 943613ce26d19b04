namespace Emulation.Http;

/// <summary>The log of requests.</summary>
interface ILog
{
    /// <summary>A request was answered; <see cref="Reply.Reason"/> says why it was refused, if it was.</summary>
    void Answered(string world, Call call, Reply reply);

    /// <summary>An exception was thrown while a request was answered.</summary>
    void Bug(string world, Call call, Exception bug);
}
