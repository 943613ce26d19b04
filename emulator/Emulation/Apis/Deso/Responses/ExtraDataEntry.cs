using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Responses;

static class ExtraDataEntry
{
    public static void WriteOrNull(ref GoWriter json, ExtraData? data, Network network)
    {
        if (data is null)
        {
            json.Null();
            return;
        }
        json.Open('{');
        foreach (var (key, value) in data.Entries)
        {
            json.AnyName(key);
            json.Text(ExtraDataText.Decode(key, value, network));
        }
        json.Close('}');
    }

    /// <summary>A post's: the bytes as they are, empty values left out, never null.</summary>
    public static void WriteRaw(ref GoWriter json, ExtraData? data)
    {
        json.Open('{');
        foreach (var (key, value) in data?.Entries ?? [])
        {
            if (value.Length == 0) continue;
            json.AnyName(key);
            json.Text(value);
        }
        json.Close('}');
    }
}
