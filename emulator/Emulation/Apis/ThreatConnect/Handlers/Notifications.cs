using System.Text;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Notifications (notifications.rst). This API sends and never reads them, so they are validated and not stored.</summary>
static class Notifications
{
    private const string Noun = "Notification";
    private const int MaxMessageLength = 64 * 1024;
    private const int MaxTypeLength = 50;
    private const string Reserved = "System";

    private static readonly string[] s_priorities = ["low", "medium", "high"];

    public static Change Send(Call call)
    {
        if (!Fields.Read(call).Is(out var body, out var error)) return Writes.Refuse(call, error);
        var message = body.Text("message", Noun, 1, MaxMessageLength, required: true);
        if (message is not null && Encoding.UTF8.GetByteCount(message) > MaxMessageLength)
            body.Refuse(Envelope.Fail(400, Texts.Length("message", Noun, 1, MaxMessageLength)));
        var type = body.Text("notificationType", Noun, 1, MaxTypeLength, required: true);
        if (string.Equals(type?.Trim(), Reserved, StringComparison.OrdinalIgnoreCase))
            body.Refuse(Envelope.Fail(400, Texts.Wrong("notificationType", Noun), $"\"{Reserved}\" is reserved"));
        if (body.OneOf("priority", Noun, s_priorities) is null)
            body.Refuse(Envelope.Fail(400, Texts.OneOf("priority", Noun, s_priorities)));
        var isForAll = body.Flag("isOrganization") == true;
        var owner = body.Whole("ownerId", 1, int.MaxValue);
        var recipients = (body.Text("recipients") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);

        if (owner is { } id && Refuse(call, (int)id) is { } hidden) return Writes.Refuse(call, hidden);
        if (recipients.Length == 0 && !isForAll && owner is null)
            return Writes.Refuse(call, Envelope.Fail(400, Texts.Wrong("recipients", Noun), "it has no recipient"));
        foreach (var name in recipients)
            if (!IsKnown(call, name, owner))
                return Writes.Refuse(call, Envelope.Fail(400, Texts.Wrong("recipients", Noun), $"there is no user \"{name}\""));
        return new Change(call.Graph, Envelope.Done);
    }

    private static Reply? Refuse(Call call, int owner)
    {
        if (call.Graph.Find<Owner, IdKey>(Owner.ById, new IdKey(0, owner)) is null)
            return Envelope.Fail(403, Texts.OwnerNotFound, $"there is no owner {owner}");
        return Scope.CurrentUser(call).MaySee(owner)
            ? null
            : Envelope.Fail(403, Texts.AccessDenied, $"{call.Caller.Name} may not see the owner {owner}");
    }

    private static bool IsKnown(Call call, string name, long? owner)
    {
        if (call.Graph.Find<User, TextKey>(User.ByName, new TextKey(0, name)) is not { } user) return false;
        return owner is { } id ? user.MaySee((int)id) : user.Organization == Scope.CurrentUser(call).Organization;
    }
}
