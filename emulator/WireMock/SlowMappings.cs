using System.Globalization;
using WireMock;
using WireMock.Server;
using WireMock.Types;

namespace Emulation.WireMocks;

/// <summary>
/// Finds the mapping whose regular expression does not end. Expressions of mapping files end after ten seconds; those that code gives as
/// <c>new RegexMatcher(...)</c> have no limit of their own.
/// </summary>
static class SlowMappings
{
    /// <summary>How long WireMock.Net may match and answer without waiting for anything.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(12);

    private const string Expression = "RegexMatcher";

    /// <summary>What is answered. An only mapping with an expression is disabled, or every further request would take a thread.</summary>
    public static string Report(WireMockServer server)
    {
        var limit = Limit.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var enabled = server.Mappings.Where(mapping => mapping is { IsAdminInterface: false, IsDisabled: false });
        var suspects = enabled.Where(mapping => HasExpression(server, mapping)).ToList();
        if (suspects is not [var only])
        {
            var names = string.Join(", ", suspects.Select(NameOf));
            return $"WireMock.Net did not answer within {limit} s. Mappings with expressions: {(names.Length == 0 ? "none" : names)}.";
        }
        only.IsDisabled = true;
        return $"The WireMock.Net mapping {NameOf(only)} failed and is disabled: its regular expression did not end within {limit} s.";
    }

    private static string NameOf(IMapping mapping) =>
        mapping.Title is { Length: > 0 } title ? $"{mapping.Guid} {title}" : mapping.Guid.ToString();

    private static bool HasExpression(WireMockServer server, IMapping mapping) =>
        server.MappingToCSharpCode(mapping.Guid, MappingConverterType.Server)?.Contains(Expression, StringComparison.Ordinal) == true;
}
