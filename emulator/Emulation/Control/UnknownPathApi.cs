using Emulation.Http;

namespace Emulation.Control;

/// <summary>Answers paths outside of every API with a 404 that lists the base URLs.</summary>
sealed class UnknownPathApi(IReadOnlyList<IApi> apis) : IApi
{
    public string Name => "outside";

    public IReadOnlyList<Route> Routes => [];

    public bool IsControl => false;

    public StringComparison QueryNames => StringComparison.Ordinal;

    public bool Owns(Call call) => true;

    public Match Find(string method, Target target) => Match.None;

    public long BodyLimit(Route? route) => 10 * 1024 * 1024;

    public AuthenticationResult Authenticate(Call call) => Caller.Anyone;

    public Reply Fail(Call call, Failure failure) => failure switch
    {
        Failure.Bug => Problem.Reply(500, "A bug", "The emulator failed; standard error has the details."),
        Failure.MalformedPath =>
            Problem.Reply(400, "Malformed path", "A percent sign in the path is not followed by two hexadecimal digits."),
        Failure.BodyTooLarge or Failure.BodyMalformed or Failure.BodyStalled or Failure.BodyNotStored or Failure.UnknownPath
            or Failure.WrongMethod or Failure.NotServed or Failure.Seeding or Failure.NotKept or Failure.NotCurrent
            or Failure.TooManyRequests =>
                Problem.Reply(404, "Not found", $"No API has this path. {DoubledSlash(call)}{BaseUrls(call)}"),
        _ => throw new InvalidOperationException($"Unknown failure {failure}."),
    };

    public Reply Refuse(Call call, int status, string? text) => Problem.Reply(status, Phrases.Of(status), text ?? Phrases.Of(status));

    // The usual cause: a base URL that ends in a slash, joined to a path that begins with one.
    private static string DoubledSlash(Call call) =>
        call.Target.Path.Contains("//", StringComparison.Ordinal)
            ? "It has a doubled slash: the client's base URL should not end in one. "
            : "";

    private string BaseUrls(Call call) =>
        string.Join("; ", apis.Select(api => $"{api.Title}: {string.Join(" or ", api.BasePaths.Select(path => call.Origin + path))}"));
}
