using System.Collections.Frozen;
using System.Text.Json;
using Emulation.Control.Journals;

namespace Emulation.Recordings.Rules;

/// <summary>The rules in force: the defaults and a file that adds to them.</summary>
sealed class RuleSet
{
    private const string DefaultName = "defaults";

    private readonly FrozenSet<string> _secrets;
    private readonly FrozenSet<string> _headers;
    private readonly FrozenSet<string> _replaced;
    private readonly FrozenDictionary<string, Treatment> _values;
    private readonly Dictionary<string, FrozenDictionary<string, Treatment>> _apis;

    private RuleSet(string name, IReadOnlyList<RuleFile> files)
    {
        Name = name;
        _secrets = Names(files.SelectMany(file => file.Secrets));
        _headers = Names(files.SelectMany(file => file.Headers));
        Words = new Vocabulary(files.SelectMany(file => file.Vocabulary));
        _values = Treatments(files.SelectMany(file => file.Values));
        _apis = files.SelectMany(file => file.Apis).GroupBy(api => api.Key, StringComparer.Ordinal)
            .ToDictionary(api => api.Key, api => Treatments(api.SelectMany(rules => rules.Value)), StringComparer.Ordinal);
        _replaced = Names(_apis.Values.Append(_values).SelectMany(rules => rules.Where(rule => rule.Value == Treatment.Replace))
            .Select(rule => rule.Key));
        Compare = [.. files.Select(file => file.Compare)];
    }

    /// <summary>What a recording's header says of the rules.</summary>
    public string Name { get; }

    public Vocabulary Words { get; }

    public IReadOnlyList<CompareRules> Compare { get; }

    public static RuleSet Default { get; } = new(DefaultName, [Embedded()]);

    /// <exception cref="OptionError">The file cannot be read or is not one of rules.</exception>
    public static RuleSet Load(string? file)
    {
        if (file is null) return Default;
        try
        {
            var added = JsonSerializer.Deserialize(File.ReadAllBytes(file), RuleJson.Default.RuleFile);
            if (added is not { Format: 1 }) throw new OptionError($"--rules: {file} has no \"format\": 1; add it");
            return new RuleSet(Path.GetFileName(file), [Embedded(), added]);
        }
        catch (JsonException wrong)
        {
            throw new OptionError($"--rules: {file} is not a file of rules ({wrong.Message.ReplaceLineEndings(" ")}); correct it");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OptionError($"--rules: {file} cannot be read ({fault.Message.ReplaceLineEndings(" ")}); give a file that exists");
        }
    }

    /// <summary>Whether a name identifies a secret, by the list that the journal uses and by the rules.</summary>
    public bool IsSecret(string name, SecretLocations location, string target) =>
        Secrets.Find(name, location, target) is not null
        || _secrets.Contains(name) || _secrets.Contains($"{location}:{name}");

    public bool IsRecorded(string header) => _headers.Contains(header);

    public Treatment Of(string api, string name)
    {
        if (_apis.TryGetValue(api, out var own) && own.TryGetValue(name, out var treatment)) return treatment;
        return _values.GetValueOrDefault(name, Treatment.Auto);
    }

    /// <summary>
    /// The treatment of a parameter. A path or an address may be that of any API, so what one of them replaces is replaced everywhere.
    /// </summary>
    public Treatment OfParameter(string api, string name) =>
        Of(api, name) is var treatment && treatment == Treatment.Auto && _replaced.Contains(name) ? Treatment.Replace : treatment;

    private static RuleFile Embedded()
    {
        using var file = typeof(RuleSet).Assembly.GetManifestResourceStream("rules.json")!;
        return JsonSerializer.Deserialize(file, RuleJson.Default.RuleFile)!;
    }

    private static FrozenSet<string> Names(IEnumerable<string> names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static FrozenDictionary<string, Treatment> Treatments(IEnumerable<KeyValuePair<string, Treatment>> rules) =>
        rules.GroupBy(rule => rule.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(rule => rule.Key, rule => rule.Last().Value, StringComparer.OrdinalIgnoreCase);
}
