namespace Emulation;

/// <summary>A value is not allowed. The message is one line that names the option or variable and what is allowed.</summary>
public sealed class OptionError(string message) : Exception(message);
