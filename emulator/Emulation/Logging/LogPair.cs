using Emulation.Http;

namespace Emulation.Logging;

/// <summary>Passes each event to two logs.</summary>
sealed class LogPair(ILog first, ILog second) : ILog
{
    public void Answered(string world, Call call, Reply reply)
    {
        first.Answered(world, call, reply);
        second.Answered(world, call, reply);
    }

    public void Bug(string world, Call call, Exception bug)
    {
        first.Bug(world, call, bug);
        second.Bug(world, call, bug);
    }
}
