using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Responses;

/// <summary>Writes victims and their assets.</summary>
static class VictimJson
{
    private static ReadOnlySpan<byte> Page => "/auth/victim/victim.xhtml?victim="u8;

    public static void Write(ref JsonWriter json, RenderContext context, Victim item, ItemForm form)
    {
        json.StartObject();
        json.Number("id"u8, item.Id);
        json.Text("name"u8, item.Name);
        if (form == ItemForm.Single) json.OptionalText("description"u8, item.Description);
        json.OptionalText("org"u8, item.Org);
        json.OptionalText("suborg"u8, item.Suborg);
        json.OptionalText("workLocation"u8, item.WorkLocation);
        json.OptionalText("nationality"u8, item.Nationality);
        WriteLink(ref json, context, item.Id);
        PartJson.WriteIncluded(ref json, context, item, TagVictim, LabelVictim);
        json.EndObject();
    }

    public static void WriteAsset(ref JsonWriter json, RenderContext context, VictimAsset item, ItemForm form)
    {
        json.StartObject();
        json.Number("id"u8, item.Id);
        if (form == ItemForm.Entry) json.Text("name"u8, item.Main);
        json.Text("type"u8, item.Type.Name);
        WriteLink(ref json, context, ((Victim)context.Graph[item.Victim]).Id);
        if (form != ItemForm.Entry)
        {
            json.Text(item.Type.Main, item.Main);
            if (item.Type.Detail is { } detail && item.Detail is { } second) json.Text(detail, second);
        }
        json.EndObject();
    }

    private static void WriteLink(ref JsonWriter json, RenderContext context, long victim)
    {
        json.StartLink(context, Page);
        json.NumberPart(victim);
        json.EndText();
    }
}
