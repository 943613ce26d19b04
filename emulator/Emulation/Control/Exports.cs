using Emulation.Http;

namespace Emulation.Control;

/// <summary>A world's graph as a document that a world can be made of again.</summary>
static class Exports
{
    /// <summary>The most bytes an imported document may have: as far as an index into it reaches.</summary>
    public const long Most = int.MaxValue;

    public static Reply Export(ControlCall call, Worlds worlds, IGraphFormat format)
    {
        if (!worlds.Ready) return Answers.Seeding;
        return new Reply(200) { ContentType = format.ContentType, Writers = format.Write(call.Graph) };
    }

    /// <summary>Puts the document's graph in place of the world's. All else stays, and a reset still goes back to the dataset.</summary>
    public static Reply Import(ControlCall call, Worlds worlds, IGraphFormat format)
    {
        if (!worlds.Ready) return Answers.Seeding;
        var read = format.Read(call.Body);
        if (read.Graph is not { } graph) return Problem.Reply(400, "Not a dataset", read.Fault!, read.Pointer);
        call.World.Store.Put(graph);
        return Answers.World(call.World);
    }
}
