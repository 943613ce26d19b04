using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Responses;

static class OwnerJson
{
    public static void Write(ref JsonWriter json, Owner owner)
    {
        json.StartObject();
        json.Number("id"u8, owner.Id);
        json.Text("name"u8, owner.Name);
        json.Text("type"u8, TypeName(owner.Type));
        json.EndObject();
    }

    /// <summary>Writes the owner of an item: an object for a single item or with includes, only the name in a plain list.</summary>
    public static void WriteOf(ref JsonWriter json, RenderContext context, int id, bool detailed)
    {
        var owner = context.OwnerOf(id);
        if (!detailed)
        {
            json.Text("ownerName"u8, owner.Name);
            return;
        }
        json.Name("owner"u8);
        Write(ref json, owner);
    }

    public static string TypeName(OwnerType type) => type switch
    {
        OwnerType.Organization => nameof(OwnerType.Organization),
        OwnerType.Community => nameof(OwnerType.Community),
        OwnerType.Source => nameof(OwnerType.Source),
        OwnerType.Individual => nameof(OwnerType.Individual),
        _ => throw new InvalidOperationException($"{type} is not a type of owner."),
    };
}
