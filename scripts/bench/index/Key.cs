using System.Runtime.InteropServices;

namespace Emulation.Bench;

/// <summary>What most indexes have: 8 bytes to order by and 8 to tell equals apart.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Key(long High, long Low) : IComparable<Key>
{
    public int CompareTo(Key other) =>
        High != other.High ? High < other.High ? -1 : 1 : Low.CompareTo(other.Low);

    public static bool operator <(Key left, Key right) => left.CompareTo(right) < 0;

    public static bool operator >(Key left, Key right) => left.CompareTo(right) > 0;

    public static bool operator <=(Key left, Key right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Key left, Key right) => left.CompareTo(right) >= 0;
}
