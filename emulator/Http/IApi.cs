namespace Emulation.Http;

/// <summary>What went wrong before, instead of, or inside a handler; each API words it in its own envelope.</summary>
public enum Failure
{
    /// <summary>No row has this path.</summary>
    UnknownPath,

    /// <summary>The path has rows, but none with this method.</summary>
    WrongMethod,

    /// <summary>A percent sign in the path that is no escape.</summary>
    MalformedPath,

    /// <summary>More bytes than <see cref="IApi.BodyLimit"/>.</summary>
    BodyTooLarge,

    /// <summary>The row is known but has no handler.</summary>
    NotServed,

    /// <summary>The last seeded node is not readable yet.</summary>
    Seeding,

    /// <summary>A handler threw.</summary>
    Bug,
}

/// <summary>Who a request comes from, or the answer that refuses it.</summary>
public readonly record struct Admission(Caller? Caller, Reply? Refusal)
{
    public static implicit operator Admission(Caller caller) => new(caller, null);

    public static implicit operator Admission(Reply refusal) => new(null, refusal);
}

/// <summary>One API as the pipeline sees it: its rows, how it finds one, whom it lets in, and how it says no.</summary>
public interface IApi
{
    /// <summary>One lower-case word: how options, coverage and the journal name it.</summary>
    string Name { get; }

    /// <summary>Every row, served or not.</summary>
    IReadOnlyList<Route> Routes { get; }

    /// <summary>The control plane is neither faulted nor journalled, and answers while data is still being seeded.</summary>
    bool IsControl => false;

    /// <summary>How query parameter names are compared.</summary>
    StringComparison QueryNames { get; }

    /// <summary>Whether a request belongs to this API, found or not.</summary>
    bool Owns(Call call);

    /// <summary>The row of a request. Answers nothing, so that whoever is not let in learns nothing.</summary>
    Match Find(string method, Target target);

    /// <summary>What routing itself answers before anything else (a redirect), or null.</summary>
    Reply? Redirect(Call call) => null;

    /// <summary>The most bytes a body of this row may have; the row is null when none was found.</summary>
    long BodyLimit(Route? route);

    /// <summary>Lets the caller in, as the row says, or refuses. <see cref="Call.Match"/> may hold no row.</summary>
    Admission Admit(Call call);

    /// <summary>This API's answer to what no handler answered.</summary>
    Reply Fail(Call call, Failure failure);

    /// <summary>Puts on an answer what every answer of this API carries.</summary>
    Reply Finish(Call call, Reply reply) => reply;
}
