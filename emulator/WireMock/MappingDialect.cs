using System.Text.Json;

namespace Emulation.WireMocks;

/// <summary>Tells mappings of WireMock.Net, whose members begin with a capital letter, from those of WireMock.</summary>
static class MappingDialect
{
    public const string ToAdmin =
        "This is a mapping of WireMock (request, response); post it to /__admin/mappings, or to /_wiremock/__admin/mappings/wiremock.org.";

    private const string NoMapping = "a mapping of WireMock.Net is an object with Request and Response, or a list of them";
    private const string ToFolder = "this is a mapping of WireMock (request, response); give its folder with --stubs";

    private static readonly string[] s_otherMembers = ["request", "response", "mappings"];

    /// <summary>It is a mapping of WireMock, or a list of them.</summary>
    public static bool IsOther(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Any(IsOther),
        JsonValueKind.Object => Array.Exists(s_otherMembers, name => json.TryGetProperty(name, out _)),
        _ => false,
    };

    /// <summary>Why this file has no mapping of WireMock.Net, or a list of them; null when it has.</summary>
    public static string? Fault(JsonElement json)
    {
        if (IsOther(json)) return ToFolder;
        if (json.ValueKind == JsonValueKind.Array) return json.EnumerateArray().Select(Fault).FirstOrDefault(fault => fault is not null);
        if (json.ValueKind != JsonValueKind.Object) return NoMapping;
        if (!Has(json, "Request")) return "the mapping has no Request";
        return Has(json, "Response") ? null : "the mapping has no Response";
    }

    private static bool Has(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object;
}
