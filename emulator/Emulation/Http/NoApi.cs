namespace Emulation.Http;

/// <summary>The API of a call before its owner is known.</summary>
sealed class NoApi : IApi
{
    private NoApi()
    {
    }

    public static NoApi Instance { get; } = new();

    public string Name => "";

    public IReadOnlyList<Route> Routes => [];

    public StringComparison QueryNames => StringComparison.Ordinal;

    public bool Owns(Call call) => false;

    public Match Find(string method, Target target) => Match.None;

    public long BodyLimit(Route? route) => 0;

    public AuthenticationResult Authenticate(Call call) => throw NotKnownYet();

    public Reply Fail(Call call, Failure failure) => throw NotKnownYet();

    public Reply Refuse(Call call, int status, string? text) => throw NotKnownYet();

    private static InvalidOperationException NotKnownYet() => new("The API of a request was used before it was known.");
}
