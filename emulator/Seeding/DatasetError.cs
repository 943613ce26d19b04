namespace Emulation.Seeding;

/// <summary>A dataset cannot be loaded; the message is one line that names file, line and node, and says what is allowed.</summary>
public sealed class DatasetError(string message) : Exception(message);
