namespace Emulation.Http.Descriptions;

/// <summary>What an OpenAPI document says about an API beyond its route table. Schemas are JSON texts.</summary>
sealed record ApiDescription
{
    /// <summary>What the API is and how a client authenticates, in Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>The prefixes under which the paths of the route table are served; the first is the usual one.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [""];

    /// <summary>Security schemes by name, as OpenAPI spells them.</summary>
    public IReadOnlyList<NamedJson> SecuritySchemes { get; init; } = [];

    /// <summary>Schemas that operations refer to.</summary>
    public IReadOnlyList<NamedJson> Schemas { get; init; } = [];

    /// <summary>Describes one row. The evidence is null where the API has no evidence file.</summary>
    public required Func<Route, RouteEvidence?, OperationDescription> Operation { get; init; }
}

/// <summary>A JSON text under a name.</summary>
sealed record NamedJson(string Name, string Json);

/// <summary>One operation: who may call it, what it takes and what it returns.</summary>
sealed record OperationDescription
{
    /// <summary>The group under which reference pages list the operation.</summary>
    public required string Tag { get; init; }

    /// <summary>The alternatives of credentials, each with the schemes that go together; empty: none are needed.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Credentials { get; init; } = [];

    public IReadOnlyList<ParameterDescription> Query { get; init; } = [];

    /// <summary>The schema of a path parameter, by its name.</summary>
    public Func<string, string> PathSchema { get; init; } = static _ => """{"type":"string"}""";

    /// <summary>The request body; null: none is read.</summary>
    public ContentDescription? Body { get; init; }

    public bool BodyRequired { get; init; }

    public required IReadOnlyList<ResponseDescription> Responses { get; init; }
}

/// <summary>A query parameter.</summary>
sealed record ParameterDescription(string Name, string Schema, string Text)
{
    public bool Required { get; init; }
}

/// <summary>A media type and the schema of its content.</summary>
sealed record ContentDescription(string Type, string Schema)
{
    /// <summary>A text whose media type is JSON.</summary>
    public static ContentDescription AnyText { get; } = new("application/json", """{"type":"string"}""");

    /// <summary>JSON that is one of the API's named schemas.</summary>
    public static ContentDescription Json(string schemaName) =>
        new("application/json", $$"""{"$ref":"#/components/schemas/{{schemaName}}"}""");
}

/// <summary>A response; the status may be a range such as <c>2XX</c>.</summary>
sealed record ResponseDescription(string Status, string Text, params IReadOnlyList<ContentDescription> Contents);
