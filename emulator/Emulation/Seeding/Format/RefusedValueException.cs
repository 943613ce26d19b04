using System.Text.Json;

namespace Emulation.Seeding.Format;

/// <summary>A converter refuses a value; the message says what is allowed.</summary>
sealed class RefusedValueException(string message) : JsonException(message);
