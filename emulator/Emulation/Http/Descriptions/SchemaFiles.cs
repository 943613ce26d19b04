namespace Emulation.Http.Descriptions;

/// <summary>The schemas of an API's objects: files of JSON Schema in its folder <c>Schemas</c>, each named like its object.</summary>
static class SchemaFiles
{
    private const string Extension = ".json";

    /// <summary>The schemas in the order of their names. The files are read when they are asked for, not at the start.</summary>
    public static IReadOnlyList<NamedJson> Of(string api)
    {
        var folder = $"schemas/{api}/";
        var assembly = typeof(SchemaFiles).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new NamedJson(name[folder.Length..^Extension.Length], Text(name))),
        ];
    }

    private static string Text(string resource)
    {
        using var file = new StreamReader(typeof(SchemaFiles).Assembly.GetManifestResourceStream(resource)!);
        return file.ReadToEnd();
    }
}
