namespace Compare;

/// <summary>What makes the figures worthless; the message is one line.</summary>
sealed class BenchError(string message) : Exception(message);
