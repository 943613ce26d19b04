namespace Emulation.Persistence.PostgreSql;

/// <summary>A semaphore that is released at the end of a block.</summary>
readonly struct Held(SemaphoreSlim semaphore) : IDisposable
{
    public static async ValueTask<Held> Of(SemaphoreSlim semaphore)
    {
        await semaphore.WaitAsync();
        return new Held(semaphore);
    }

    public void Dispose() => semaphore.Release();
}
