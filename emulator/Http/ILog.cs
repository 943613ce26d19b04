namespace Emulation.Http;

/// <summary>What the person at the terminal reads; standard error.</summary>
public interface ILog
{
    /// <summary>A request was refused, with the reason in one line.</summary>
    void Refused(Call call, Reply reply);

    /// <summary>A handler threw.</summary>
    void Bug(Call call, Exception bug);
}
