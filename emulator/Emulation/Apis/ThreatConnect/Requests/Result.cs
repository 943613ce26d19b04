using System.Diagnostics.CodeAnalysis;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>A value of a request, or the response that refuses it.</summary>
readonly struct Result<T> where T : class
{
    private readonly T? _value;
    private readonly Reply? _refusal;

    private Result(T? value, Reply? refusal) => (_value, _refusal) = (value, refusal);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Reply refusal) => new(null, refusal);

    public bool Is([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Reply? refusal)
    {
        (value, refusal) = (_value, _refusal);
        return value is not null;
    }
}
