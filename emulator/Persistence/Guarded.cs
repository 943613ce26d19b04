using System.Text.Json;
using Emulation.Seeding.Reading;
using Microsoft.Data.Sqlite;

namespace Emulation.Persistence;

/// <summary>Work with a file; what goes wrong with the file is one line that names it.</summary>
static class Guarded
{
    /// <exception cref="OptionError">The file cannot be used.</exception>
    public static T Run<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw DataFault.Of(path, fault);
        }
        catch (Exception fault) when (fault is InvalidDataException or RowError or JsonException or FormatException or KeyNotFoundException
            or InvalidOperationException or InvalidCastException)
        {
            throw DataFault.Damaged(path, fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DataFault.NotWritable(path, fault.Message);
        }
    }

    /// <exception cref="OptionError">The file cannot be used.</exception>
    public static void Run(string path, Action work) => Run(path, () =>
    {
        work();
        return true;
    });
}
