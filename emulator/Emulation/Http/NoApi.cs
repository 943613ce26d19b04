namespace Emulation.Http;

/// <summary>Stands in a call until it is known whose it is.</summary>
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

    public AuthenticationResult Authenticate(Call call) => throw Unasked();

    public Reply Fail(Call call, Failure failure) => throw Unasked();

    public Reply Refuse(Call call, int status, string? text) => throw Unasked();

    private static InvalidOperationException Unasked() => new("An API was asked before it was known whose the request is.");
}
