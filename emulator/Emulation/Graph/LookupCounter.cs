using System.Diagnostics;

namespace Emulation.Graphs;

/// <summary>
/// Counts the tree and table lookups of the current thread: a measure of a request's cost that does not depend on the machine.
/// Only debug builds count; release builds do not contain the calls.
/// </summary>
static class LookupCounter
{
    // Tests read it before and after a request; nothing depends on its value.
    [ThreadStatic]
    private static long t_count;

    public static long Total => t_count;

    [Conditional("DEBUG")]
    public static void Count() => t_count++;
}
