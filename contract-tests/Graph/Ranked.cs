using System.Runtime.InteropServices;

namespace Emulation.Tests.Graphs;

/// <summary>A key like those of the indexes: a number, then a string in ordinal order, then a tie-break.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Ranked(long Rank, string Name, int Id) : IComparable<Ranked>
{
    /// <summary>Many of these share a rank, and some a name too, so all three parts decide.</summary>
    public static Ranked Of(int number) => new(number / 40, $"name {number / 4 % 10}", number);

    public int CompareTo(Ranked other)
    {
        if (Rank != other.Rank) return Rank.CompareTo(other.Rank);
        var names = string.CompareOrdinal(Name, other.Name);
        return names != 0 ? names : Id.CompareTo(other.Id);
    }

    public static bool operator <(Ranked left, Ranked right) => left.CompareTo(right) < 0;

    public static bool operator >(Ranked left, Ranked right) => left.CompareTo(right) > 0;

    public static bool operator <=(Ranked left, Ranked right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Ranked left, Ranked right) => left.CompareTo(right) >= 0;
}
