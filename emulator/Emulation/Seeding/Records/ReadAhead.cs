using System.Collections.Concurrent;

namespace Emulation.Seeding.Records;

/// <summary>Makes the next items of a sequence on another thread while the last ones are used.</summary>
static class ReadAhead
{
    private const int Items = 4;

    /// <summary>The same items in the same order. What the source throws is thrown in place of the item that it did not give.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source)
    {
        using var ahead = new BlockingCollection<T>(Items);
        using var stopping = new CancellationTokenSource();
        var making = Task.Factory.StartNew(Make, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var item in ahead.GetConsumingEnumerable()) yield return item;
        }
        finally
        {
            // The source may use what the caller disposes next.
            stopping.Cancel();
            ((IAsyncResult)making).AsyncWaitHandle.WaitOne();
        }
        making.GetAwaiter().GetResult();

        void Make()
        {
            try
            {
                foreach (var item in source) ahead.Add(item, stopping.Token);
            }
            finally
            {
                ahead.CompleteAdding();
            }
        }
    }
}
