using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Tests.Fuzz;

[JsonSerializable(typeof(JsonElement))]
sealed partial class FuzzJson : JsonSerializerContext;
