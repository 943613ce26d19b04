namespace Emulation.Http;

/// <summary>What the person at the terminal reads.</summary>
interface ILog
{
    /// <summary>A request was answered; <see cref="Reply.Reason"/> says why it was refused, if it was.</summary>
    void Answered(Call call, Reply reply);

    /// <summary>A handler threw.</summary>
    void Bug(Call call, Exception bug);
}
