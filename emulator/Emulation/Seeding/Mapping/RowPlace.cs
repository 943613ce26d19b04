using Emulation.Seeding.Reading;

namespace Emulation.Seeding.Mapping;

/// <summary>Which row of an array is read, for errors.</summary>
sealed class RowPlace(string array)
{
    private int _position;

    /// <summary>The rows of the array; while one is current, this is its place.</summary>
    public IEnumerable<TRow> Each<TRow>(IEnumerable<TRow> rows)
    {
        _position = -1;
        foreach (var row in rows)
        {
            _position++;
            yield return row;
        }
    }

    public RowError Error(string message) => new($"$.{array}[{_position}]", message);

    /// <summary>An entry of an object in the row.</summary>
    public RowError EntryError(string member, string name, string message) => new($"$.{array}[{_position}].{member}{Step(name)}", message);

    private static string Step(string name) =>
        name.AsSpan().ContainsAny(".' /\"[]()\t\n\r\f\b\\\u0085\u2028\u2029") ? $"['{name}']" : $".{name}";
}
