using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>A request as fault rules match it. Its body is parsed as JSON once, when the first rule needs it.</summary>
sealed class FaultRequestView(Call call)
{
    private (bool Read, JsonElement? Body) _body;

    public Call Call => call;

    /// <summary>The remaining work for matching this request.</summary>
    public WorkBudget Budget { get; } = new(call.ClientLeft);

    /// <summary>The rules that the request names in its header.</summary>
    public string[] Named { get; } =
        call.Header(FaultList.Header)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Null when it is not JSON.</summary>
    public JsonElement? Body
    {
        get
        {
            if (!_body.Read) _body = (true, call.Body.IsEmpty ? null : Members.Parse(call.Body, new Defects()));
            return _body.Body;
        }
    }
}
