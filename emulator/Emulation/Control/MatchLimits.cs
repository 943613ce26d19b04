namespace Emulation.Control;

/// <summary>The longest and deepest expressions that stubs and fault rules may have; what is beyond is refused when it is set.</summary>
static class MatchLimits
{
    /// <summary>Characters of a regular expression or a JSON path.</summary>
    public const int ExpressionLength = 8_192;

    /// <summary>Brackets, parentheses and filters inside each other.</summary>
    public const int ExpressionDepth = 50;

    /// <summary>Groups of a regular expression.</summary>
    public const int Groups = 200;

    /// <summary>Pairs of a form body; a longer form has no fields.</summary>
    public const int FormPairs = 10_000;

    /// <summary>Stubs of a world.</summary>
    public const int Stubs = 20_000;

    public static string? Fault(string expression)
    {
        if (expression.Length > ExpressionLength) return $"it has {expression.Length} characters; at most {ExpressionLength} are allowed";
        return null;
    }
}
