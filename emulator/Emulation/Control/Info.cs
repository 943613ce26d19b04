using System.Text.Json;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Control;

/// <summary>Version, dataset, settings, credentials and counts of the running emulator.</summary>
static class Info
{
    public static Reply Show(ControlCall call, IReadOnlyList<IApi> apis, ControlSettings settings, IWorldLog? log) =>
        new(200) { ContentType = "application/json", Writer = to => JsonBody.Write(to, json => Write(json, call, apis, settings, log)) };

    private static void Write(Utf8JsonWriter json, ControlCall call, IReadOnlyList<IApi> apis, ControlSettings settings, IWorldLog? log)
    {
        json.WriteStartObject();
        json.WriteString("version", settings.Version);
        json.WriteString("world", call.World.Name);
        json.WriteString("dataset", settings.Dataset);
        json.WriteNumber("size", settings.Size);
        json.WriteNumber("seed", settings.Seed);
        json.WriteString("auth", settings.Auth);
        json.WriteStartObject("clock");
        ClockControl.Write(json, call.World.Clock);
        json.WriteString("start", settings.Clock);
        json.WriteEndObject();
        json.WriteNumber("graphVersion", call.Graph.Version);

        json.WriteStartObject("baseUrls");
        foreach (var api in apis)
        {
            json.WriteStartArray(api.Name);
            foreach (var path in api.BasePaths) json.WriteStringValue(call.Origin + call.Target.Prefix + path);
            json.WriteEndArray();
        }
        json.WriteEndObject();

        json.WriteStartObject("samples");
        foreach (var api in apis)
            if (api.Sample is { } sample) WriteSample(json, api.Name, call.Target.Prefix, sample);
        json.WriteEndObject();

        json.WriteStartObject("credentials");
        foreach (var api in apis) WriteAccounts(json, api, call);
        json.WriteEndObject();

        json.WriteStartObject("nodes");
        foreach (var kind in call.Graph.Schema.Kinds) json.WriteNumber(kind.Name, call.Graph.Count(kind));
        json.WriteEndObject();
        json.WriteStartObject("links");
        foreach (var relation in call.Graph.Schema.Relations) json.WriteNumber(relation.Name, call.Graph.Count(relation));
        json.WriteEndObject();
        if (log is not null)
        {
            json.WriteStartObject("data");
            log.Write(json);
            json.WriteEndObject();
        }
        WriteProcess(json);
        json.WriteEndObject();
    }

    /// <summary>Memory and CPU that the process has used so far, for measurements.</summary>
    private static void WriteProcess(Utf8JsonWriter json)
    {
        json.WriteStartObject("process");
        json.WriteNumber("allocatedBytes", GC.GetTotalAllocatedBytes());
        json.WriteNumber("cpuSeconds", Environment.CpuUsage.TotalTime.TotalSeconds);
        json.WriteNumber("rssBytes", Environment.WorkingSet);
        json.WriteStartArray("collections");
        for (var generation = 0; generation <= GC.MaxGeneration; generation++) json.WriteNumberValue(GC.CollectionCount(generation));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A GET request that works with the built-in datasets.</summary>
    private static void WriteSample(Utf8JsonWriter json, string api, string prefix, Sample sample)
    {
        json.WriteStartObject(api);
        json.WriteString("method", "GET");
        json.WriteString("target", prefix + sample.Target);
        json.WriteStartObject("headers");
        foreach (var (name, value) in sample.Headers) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAccounts(Utf8JsonWriter json, IApi api, ControlCall call)
    {
        json.WriteStartArray(api.Name);
        foreach (var account in api.Accounts(call.Graph))
        {
            json.WriteStartObject();
            json.WriteString("name", account.Name);
            foreach (var (key, value) in account.Credentials) json.WriteString(key, value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
