using Emulation.Graphs;
using Emulation.Http.Descriptions;
using Emulation.Http.Views;

namespace Emulation.Http;

/// <summary>What went wrong before, instead of, or inside a handler; each API words it in its own envelope.</summary>
enum Failure
{
    /// <summary>No row has this path.</summary>
    UnknownPath,

    /// <summary>The path has rows, but none with this method.</summary>
    WrongMethod,

    /// <summary>A percent sign in the path that is no escape.</summary>
    MalformedPath,

    /// <summary>More bytes than <see cref="IApi.BodyLimit"/>.</summary>
    BodyTooLarge,

    /// <summary>The body's chunks are malformed, or it ended early.</summary>
    BodyMalformed,

    /// <summary>The client stopped sending in the middle of the body.</summary>
    BodyStalled,

    /// <summary>The body is read through a temporary file, whose disk is full.</summary>
    BodyNotStored,

    /// <summary>The row is known but has no handler.</summary>
    NotServed,

    /// <summary>The last seeded node is not readable yet.</summary>
    Seeding,

    /// <summary>Changes cannot be kept now (a full disk, say), so none is made.</summary>
    NotKept,

    /// <summary>What other instances kept cannot be read now.</summary>
    NotCurrent,

    /// <summary>A handler threw.</summary>
    Bug,

    /// <summary>The caller made more requests than the tester's limit allows.</summary>
    TooManyRequests,
}

/// <summary>The caller of a request, or the answer that refuses it.</summary>
readonly record struct AuthenticationResult(Caller? Caller, Reply? Refusal)
{
    public static implicit operator AuthenticationResult(Caller caller) => new(caller, null);

    public static implicit operator AuthenticationResult(Reply refusal) => new(null, refusal);
}

/// <summary>A request to try: its target and the headers it needs.</summary>
sealed record Sample(string Target, IReadOnlyList<KeyValuePair<string, string>> Headers);

/// <summary>An account and its credentials, by the vendor's names.</summary>
sealed record Account(string Name, IReadOnlyList<KeyValuePair<string, string>> Credentials);

/// <summary>One API as the pipeline sees it: its routes, how it finds one, how it authenticates, and how it refuses.</summary>
interface IApi
{
    /// <summary>One lower-case word: how options, coverage and the journal name it.</summary>
    string Name { get; }

    /// <summary>How people call it.</summary>
    string Title => Name;

    /// <summary>The paths that a client's base URL ends in; the first is the usual one.</summary>
    IReadOnlyList<string> BasePaths => [];

    /// <summary>A request that works with the built-in datasets, for the banner; null without one.</summary>
    Sample? Sample => null;

    /// <summary>The accounts in the data.</summary>
    IEnumerable<Account> Accounts(Graph graph) => [];

    /// <summary>Every row, served or not.</summary>
    IReadOnlyList<Route> Routes { get; }

    /// <summary>
    /// Control routes for what a tester sets in this API, under <c>/_emulator/{name}/…</c>. They are not part of the API itself.
    /// </summary>
    IReadOnlyList<Route> Controls => [];

    /// <summary>How the API shows its data as nodes and links; null: it has none of its own.</summary>
    IGraphView? View => null;

    /// <summary>What an OpenAPI document says about this API, made for each document; null: there is no document.</summary>
    ApiDescription? Describe() => null;

    /// <summary>The control plane is neither faulted nor journalled, and answers while data is still being seeded.</summary>
    bool IsControl => false;

    /// <summary>Whether a request is about the process and no world, so that it does not wait for a shared database.</summary>
    bool IsOfProcess(Target target) => false;

    /// <summary>How query parameter names are compared.</summary>
    StringComparison QueryNames { get; }

    /// <summary>A byte order mark before a JSON body is skipped.</summary>
    bool SkipsByteOrderMark => true;

    /// <summary>Whether a request belongs to this API, found or not.</summary>
    bool Owns(Call call);

    /// <summary>The row of a request. It sends no answer: what exists is shown only to authenticated callers.</summary>
    Match Find(string method, Target target);

    /// <summary>What is answered before credentials are checked (a redirect, a preflight request), or null.</summary>
    Reply? AnswerFirst(Call call) => null;

    /// <summary>The most bytes a body of this row may have; the row is null when no row was found.</summary>
    long BodyLimit(Route? route);

    /// <summary>Authenticates the caller by the rules of the row, or refuses. <see cref="Call.Match"/> may have no row.</summary>
    AuthenticationResult Authenticate(Call call);

    /// <summary>This API's answer to a request that no handler answered.</summary>
    Reply Fail(Call call, Failure failure);

    /// <summary>A refusal in this API's own shape with any status from 400 on, for a tester's faults.</summary>
    /// <param name="call">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="text">The error text; null: this API's usual text for that status.</param>
    Reply Refuse(Call call, int status, string? text);

    /// <summary>Adds the headers that every answer of this API has.</summary>
    Reply Finish(Call call, Reply reply) => reply;
}
