namespace Emulation;

/// <summary>An option or variable has a value that is not allowed. The message is one line that names the option and what is allowed.</summary>
public sealed class OptionError(string message) : Exception(message);
