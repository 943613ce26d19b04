using Emulation.Graphs.Deso;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Responses;

static class ExtraDataEntry
{
    public static void WriteOrNull(ref JsonWriter json, ExtraData? data, Network network)
    {
        if (data is null)
        {
            json.Null();
            return;
        }
        json.StartObject();
        foreach (var (key, value) in data.Entries)
        {
            json.EscapedName(key);
            json.EscapedText(ExtraDataText.Decode(key, value, network));
        }
        json.EndObject();
    }

    /// <summary>The extra data of a post: raw values, without empty ones, never null.</summary>
    public static void WriteRaw(ref JsonWriter json, ExtraData? data)
    {
        json.StartObject();
        foreach (var (key, value) in data?.Entries ?? [])
        {
            if (value.Length == 0) continue;
            json.EscapedName(key);
            json.EscapedText(value);
        }
        json.EndObject();
    }
}
