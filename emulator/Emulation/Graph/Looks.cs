using System.Diagnostics;

namespace Emulation.Graphs;

/// <summary>
/// How often this thread has looked into a tree or a table: what a request costs, whatever the machine. A debug build counts;
/// in a release build the calls are not there.
/// </summary>
static class Looks
{
    // A tally of the thread, read as a difference by whoever runs something on it; nothing depends on its value.
    [ThreadStatic]
    private static long t_taken;

    public static long Taken => t_taken;

    [Conditional("DEBUG")]
    public static void Count() => t_taken++;
}
