using System.Text.Json;
using Emulation.Http;
using Emulation.Http.Descriptions;

namespace Emulation.Control.OpenApi;

/// <summary>Writes the OpenAPI 3.1 document of one API from its route table, its description and its evidence.</summary>
/// <param name="Api">The API.</param>
/// <param name="Description">What it says about itself.</param>
/// <param name="Version">The version of the emulator.</param>
/// <param name="Origin">Scheme and authority of the server.</param>
/// <param name="WorldPrefix">The prefix of a world in the path, or empty.</param>
sealed record OpenApiDocument(IApi Api, ApiDescription Description, string Version, string Origin, string WorldPrefix)
{
    private const string AnyWorld = "/worlds/{world}";

    public void Write(Utf8JsonWriter json)
    {
        var paths = PathTable.Of(Api.Routes);
        var operations = new OperationWriter(Api, Description, RouteEvidence.Of(Api.Name), RouteExample.Of(Api));
        json.WriteStartObject();
        json.WriteString("openapi", "3.1.0");
        WriteInfo(json);
        WriteServers(json);
        json.WriteStartArray("tags");
        foreach (var tag in operations.TagsOf(paths))
        {
            json.WriteStartObject();
            json.WriteString("name", tag);
            json.WriteString("description", $"Routes of {tag}.");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("paths");
        foreach (var path in paths) operations.Write(json, path);
        json.WriteEndObject();
        WriteComponents(json);
        json.WriteEndObject();
    }

    private void WriteInfo(Utf8JsonWriter json)
    {
        json.WriteStartObject("info");
        json.WriteString("title", Api.Title);
        json.WriteString("version", Version);
        json.WriteString("summary", "As the emulator serves it.");
        json.WriteString("description", Description.Text);
        json.WriteStartObject("license");
        json.WriteString("name", "MIT");
        json.WriteString("identifier", "MIT");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The first server is the one that reference pages and generated clients use.
    private void WriteServers(Utf8JsonWriter json)
    {
        json.WriteStartArray("servers");
        foreach (var root in Description.Roots)
        {
            json.WriteStartObject();
            json.WriteString("url", Origin + WorldPrefix + root);
            json.WriteString("description", WorldPrefix.Length == 0 ? "The world default." : "The world of this document.");
            json.WriteEndObject();
        }
        json.WriteStartObject();
        json.WriteString("url", Origin + AnyWorld + Description.Roots[0]);
        json.WriteString("description", "Any world; one that is named for the first time is a copy of the dataset.");
        json.WriteStartObject("variables");
        json.WriteStartObject("world");
        json.WriteString("default", "default");
        json.WriteString("description", "The name of the world.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteComponents(Utf8JsonWriter json)
    {
        json.WriteStartObject("components");
        WriteNamed(json, "schemas", Description.Schemas);
        if (Description.SecuritySchemes.Count > 0) WriteNamed(json, "securitySchemes", Description.SecuritySchemes);
        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, string name, IReadOnlyList<NamedJson> values)
    {
        json.WriteStartObject(name);
        foreach (var value in values)
        {
            json.WritePropertyName(value.Name);
            json.WriteRawValue(value.Json);
        }
        json.WriteEndObject();
    }
}
