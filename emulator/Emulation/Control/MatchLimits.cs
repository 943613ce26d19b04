namespace Emulation.Control;

/// <summary>Limits on the expressions of stubs and fault rules. An expression beyond them is refused when it is set.</summary>
static class MatchLimits
{
    /// <summary>Length of a regular expression or a JSON path.</summary>
    public const int ExpressionLength = 8_192;

    /// <summary>Nesting depth of brackets, parentheses and filters.</summary>
    public const int ExpressionDepth = 50;

    /// <summary>Groups in a regular expression.</summary>
    public const int Groups = 200;

    /// <summary>Fields of a form body; a longer form is treated as one without fields.</summary>
    public const int FormPairs = 10_000;

    /// <summary>Stubs per world.</summary>
    public const int Stubs = 20_000;

    public static string? Fault(string expression)
    {
        if (expression.Length > ExpressionLength) return $"it has {expression.Length} characters; at most {ExpressionLength} are allowed";
        return null;
    }
}
