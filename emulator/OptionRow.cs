namespace Emulation;

/// <summary>One option: its name, what help says about it, and how its value is read.</summary>
sealed record OptionRow(string Name, string Value, string Default, string Meaning, Func<EmulatorOptions, string, EmulatorOptions> Set)
{
    public const string VariablePrefix = "EMULATOR_";

    /// <summary>The values that are allowed; empty when there are too many to list.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The option may be given without a value, which means on.</summary>
    public bool IsSwitch { get; init; }

    /// <summary>A value as messages show it, where it may hold a secret.</summary>
    public Func<string, string> Show { get; init; } = value => value;

    public string Variable => VariablePrefix + Name.ToUpperInvariant().Replace('-', '_');

    /// <param name="options">The options so far.</param>
    /// <param name="value">The value as given.</param>
    /// <param name="source">The option or variable that gave it, for the error.</param>
    public EmulatorOptions Apply(EmulatorOptions options, string value, string source)
    {
        try
        {
            return Set(options, value);
        }
        catch (OptionError error)
        {
            throw new OptionError($"{source}: '{Show(value)}' is not allowed; {error.Message}");
        }
    }
}
