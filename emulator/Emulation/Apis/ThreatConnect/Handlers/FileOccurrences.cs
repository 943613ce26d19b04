using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>The occurrences of files.</summary>
static class FileOccurrences
{
    private const string Key = "fileOccurrence";

    public static Reply List(Call call)
    {
        if (!Listing.Read(call, []).Is(out var listing, out var error)) return error;
        if (!ItemKinds.Indicators.FindOne(call, IndicatorType.File).Is(out var file, out error)) return error;
        var nodes = call.Graph.Between(FileOccurrence.OfFile, new IdKey(file.Key, long.MinValue), new IdKey(file.Key, long.MaxValue));
        return listing.Page(Key, nodes, (ref json, node) => Write(ref json, (FileOccurrence)node));
    }

    public static Reply Get(Call call) => Find(call).Is(out var occurrence, out var error) ? Show(200, occurrence) : error;

    public static Change Create(Call call)
    {
        if (!ItemKinds.Indicators.FindOne(call, IndicatorType.File).Is(out var file, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var graph = call.Graph.TakeId(FileOccurrence.NodeKind, out var id);
        var occurrence = Apply(body, new FileOccurrence { Id = id, File = file.Key });
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        return Writes.Save(call, file.Owner, graph.Add(occurrence), Show(201, occurrence));
    }

    public static Change Update(Call call)
    {
        if (!Find(call).Is(out var old, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var occurrence = Apply(body, old);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        return Writes.Save(call, OwnerOf(call, old), call.Graph.Replace(old, occurrence), Show(200, occurrence));
    }

    public static Change Delete(Call call)
    {
        if (!Find(call).Is(out var occurrence, out var error)) return Writes.Refuse(call, error);
        return Writes.Save(call, OwnerOf(call, occurrence), call.Graph.Remove(occurrence), Envelope.Done);
    }

    private static Result<FileOccurrence> Find(Call call)
    {
        if (!ItemKinds.Indicators.FindOne(call, IndicatorType.File).Is(out var file, out var error)) return error;
        var occurrence = IdLookup.Find(call.Graph, FileOccurrence.ById, call["fileOccurrenceId"]);
        return occurrence?.File == file.Key ? occurrence : Envelope.Missing;
    }

    private static int OwnerOf(Call call, FileOccurrence occurrence) => ((Indicator)call.Graph[occurrence.File]).Owner;

    // At least one of the three is required.
    private static FileOccurrence Apply(Fields body, FileOccurrence old)
    {
        if (!body.Has("fileName") && !body.Has("path") && !body.Has("date"))
            body.Refuse(Envelope.Fail(400, Texts.Malformed, "there is neither a fileName nor a path nor a date"));
        return old with
        {
            FileName = body.Text("fileName") ?? old.FileName,
            Path = body.Text("path") ?? old.Path,
            Date = body.Date("date") ?? old.Date,
        };
    }

    private static Reply Show(int status, FileOccurrence occurrence) =>
        Envelope.One(status, Key, (ref json) => Write(ref json, occurrence));

    private static void Write(ref JsonWriter json, FileOccurrence occurrence)
    {
        json.StartObject();
        json.Number("id"u8, occurrence.Id);
        json.OptionalText("fileName"u8, occurrence.FileName);
        json.OptionalText("path"u8, occurrence.Path);
        json.Date("date"u8, occurrence.Date);
        json.EndObject();
    }
}
