using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>A request as rules look at it: its body is read as JSON once, and only when a rule asks.</summary>
sealed class RuleView(Call call)
{
    private (bool Read, JsonElement? Body) _body;

    public Call Call => call;

    /// <summary>What matching this request may still cost.</summary>
    public WorkBudget Budget { get; } = new(call.ClientLeft);

    /// <summary>The rules that the request names itself.</summary>
    public string[] Named { get; } = call.Header(FaultList.Header)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

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
