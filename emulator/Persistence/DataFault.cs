using Microsoft.Data.Sqlite;

namespace Emulation.Persistence;

/// <summary>What is wrong with a folder of data: one line that names the file and the remedy.</summary>
static class DataFault
{
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int ReadOnly = 8;

    public static OptionError NoLibrary() =>
        new("--data: SQLite's library (e_sqlite3) is not there; copy it from the folder of the publish to that of the executable");

    public static OptionError InUse(string folder) =>
        new($"--data {folder}: is in use by another emulator; stop that one, or give another folder");

    public static OptionError NotWritable(string path, string reason) =>
        new($"--data: {path} cannot be written ({Line(reason)}); give a folder that can be written to");

    public static OptionError Foreign(string path) =>
        new($"--data: {path} is not a file of this emulator; give another folder");

    public static OptionError Newer(string path, int format) =>
        new($"--data: {path} has the format {format}, and this version reads {SqliteFile.Format}; use the version that wrote it");

    public static OptionError Damaged(string path, string what) =>
        new($"--data: {path} is damaged: {Line(what)}; put a backup in its place, or give another folder");

    public static OptionError Missing(string path, long kept) =>
        new($"--data: {path} is missing, and {kept} changes were kept in it; put a backup in its place, or delete the folder");

    public static OptionError LostEnd(string path, long last, long kept) => new(
        $"--data: {path} is damaged: it ends with change {last}, and {kept} were kept; put a backup of the whole folder in its place, "
        + "or go on without the others with --data-sync relaxed");

    public static string LostEndNotice(string path, long last, long kept) =>
        $"--data: {path} ends with change {last}, and {kept} were kept; the others are lost";

    public static string UnreadMappings(string path) =>
        $"--data: {path} has mappings of WireMock.Net; this build does not answer them, and keeps them for one that does";

    public static OptionError DamagedNumber(string path) =>
        new($"--data: {path} is damaged: it is no number; put a backup of the whole folder in its place, or delete this file");

    public static OptionError NoData(string folder) =>
        new($"{folder} has no {DataFolder.FileName}; give a folder that --data has made");

    public static OptionError Of(string path, SqliteException fault) => fault.SqliteErrorCode switch
    {
        NotADatabase => Foreign(path),
        Corrupt => Damaged(path, fault.Message),
        Full => new($"--data: the disk of {path} is full; make room, or give a folder on another disk"),
        ReadOnly or CannotOpen => NotWritable(path, fault.Message),
        _ => new($"--data: {path} cannot be used ({Line(fault.Message)}); give another folder"),
    };

    private static string Line(string text) => text.ReplaceLineEndings(" ").TrimEnd('.');
}
