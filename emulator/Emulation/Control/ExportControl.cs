using Emulation.Http;

namespace Emulation.Control;

/// <summary>Exports a world's graph as a dataset document, and imports such a document.</summary>
static class ExportControl
{
    /// <summary>The largest imported document in bytes: positions in it are 32-bit integers.</summary>
    public const long MaxBytes = int.MaxValue;

    public static Reply Export(ControlCall call, Worlds worlds, IGraphFormat format)
    {
        if (!worlds.Ready) return ControlReplies.Seeding;
        return new Reply(200) { ContentType = format.ContentType, Writers = format.Write(call.Graph) };
    }

    /// <summary>Replaces the world's graph by the document's. Everything else stays, and a reset still returns to the dataset.</summary>
    public static Reply Import(ControlCall call, Worlds worlds, IGraphFormat format)
    {
        if (!worlds.Ready) return ControlReplies.Seeding;
        var read = format.Read(call.Body);
        if (read.Graph is not { } graph) return Problem.Reply(400, "Not a dataset", read.Fault!, read.Pointer);
        call.World.Store.Put(graph);
        return ControlReplies.World(call.World);
    }
}
