namespace GeneratedClients;

/// <summary>What must be true of an answer.</summary>
static class Check
{
    public static int Count { get; private set; }

    public static void That(bool holds, string what)
    {
        if (!holds) throw new InvalidOperationException($"It is not true that {what}.");
        Count++;
    }

    public static T Given<T>(T? value) where T : class => value ?? throw new InvalidOperationException($"There is no {typeof(T).Name}.");

    public static async Task Refused<TError>(Func<Task> request, int status) where TError : Microsoft.Kiota.Abstractions.ApiException
    {
        try
        {
            await request();
        }
        catch (TError refusal)
        {
            That(refusal.ResponseStatusCode == status, $"the refusal has the status {status}, not {refusal.ResponseStatusCode}");
            return;
        }
        throw new InvalidOperationException($"The request was not refused with {status}.");
    }
}
