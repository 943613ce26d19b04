namespace Emulation.Persistence.PostgreSql;

/// <summary>Lets changes of single worlds run side by side, up to a number, and a change of all worlds alone.</summary>
sealed class TurnGate
{
    private const int Most = 8;

    private readonly SemaphoreSlim _turns = new(Most);
    private readonly SemaphoreSlim _alone = new(1);
    private volatile bool _isAlone;

    public async ValueTask<IDisposable> EnterShared()
    {
        await _turns.WaitAsync();
        return new Turn(this, 1);
    }

    public async ValueTask<IDisposable> EnterExclusive()
    {
        await _alone.WaitAsync();
        for (var i = 0; i < Most; i++) await _turns.WaitAsync();
        _alone.Release();
        _isAlone = true;
        return new Turn(this, Most);
    }

    /// <summary>Waits until no change of all worlds is under way: a read may not show what is not kept yet.</summary>
    public async ValueTask WaitForExclusive()
    {
        if (_isAlone) (await EnterShared()).Dispose();
    }

    private sealed class Turn(TurnGate gate, int taken) : IDisposable
    {
        public void Dispose()
        {
            if (taken > 1) gate._isAlone = false;
            gate._turns.Release(taken);
        }
    }
}
