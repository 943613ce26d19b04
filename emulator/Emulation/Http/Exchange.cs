namespace Emulation.Http;

/// <summary>A request on its way through the pipeline, and its result so far.</summary>
sealed class Exchange(Call call)
{
    private Override? _stub;
    private Override? _fault;
    private Override? _override;

    public Call Call { get; set; } = call;

    /// <summary>The world shows all that was answered before the request, at any instance; false: that cannot be read now.</summary>
    public bool IsCurrent { get; init; } = true;

    /// <summary>The answer; status 0 until there is one.</summary>
    public Reply Reply { get; set; } = new(0);

    public Exception? Exception { get; private set; }

    /// <summary>The graph's version after a change.</summary>
    public long? VersionAfter { get; set; }

    /// <summary>A note of stubs or faults about how the request was matched.</summary>
    public string? Note => _override?.Note;

    /// <summary>The answer with the note in the line that the log writes.</summary>
    public Reply ReplyForLog => Note is null
        ? Reply
        : Reply with { Note = Note, Reason = Reply.Reason is { } reason ? $"{reason}; {Note}" : null };

    public TimeSpan Delay => _override?.Delay ?? TimeSpan.Zero;

    public Reply? Instead => _override?.Instead;

    public bool IsUnhandled => _override is { Unhandled: true };

    public ConnectionFault ConnectionFault => _override?.ConnectionFault ?? ConnectionFault.None;

    public CancellationToken Release => _override?.Release ?? default;

    public void Override(Override? stub, Override? fault) =>
        (_stub, _fault, _override) = (stub, fault, Http.Override.Combine(stub, fault));

    /// <summary>Applies the changes that a fault makes to the whole body.</summary>
    public void Distort(RentedBuffer buffer)
    {
        if (_override?.Distort is { } distort) Reply = distort(Rendered(buffer)) with { Writer = null, Writers = null };
    }

    /// <summary>The answer with its whole body as bytes.</summary>
    public Reply Rendered(RentedBuffer buffer)
    {
        if (Reply.Writers is not null) return Reply with { Bytes = Reply.Render(), Writer = null, Writers = null };
        return Reply.Writer is null ? Reply : Reply with { Bytes = buffer.ToArray(), Writer = null };
    }

    /// <summary>An exception becomes the API's own 500.</summary>
    public void Fail(Exception bug, RentedBuffer buffer)
    {
        buffer.Clear();
        (Exception, _override, VersionAfter) = (bug, null, null);
        Reply = Call.Api.Finish(Call, Call.Api.Fail(Call, Failure.Bug));
    }

    public Entry Entry(World world, RentedBuffer buffer) => new(world.Name, Call, Reply)
    {
        Stub = _stub?.Name,
        Fault = _fault?.Name,
        VersionBefore = Call.Graph.Version,
        VersionAfter = VersionAfter ?? Call.Graph.Version,
        Exception = Exception,
        Caller = Call.Caller,
        Body = Reply.Writer is null ? Reply.Bytes : buffer.Beginning(Http.Entry.MostOfABody),
        BodyLength = Reply.Writer is null ? Reply.Bytes.Length : buffer.Length,
        Note = Note,
        Delay = Delay,
        Duration = world.Machine.GetUtcNow() - Call.MachineNow,
        ConnectionFault = ConnectionFault,
    };
}
