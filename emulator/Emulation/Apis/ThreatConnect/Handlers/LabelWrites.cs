using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Creates, updates and deletes security labels. Adding an unknown label to an item does not create it.</summary>
static class LabelWrites
{
    private const int MaxNameLength = 255;

    public static Change Create(Call call, ThreatConnectContext context)
    {
        if (!Scope.Of(call).Is(out var owner, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var name = body.Text("name", ItemKinds.Labels.Noun, 1, MaxNameLength, required: true);
        var label = Read(body, new SecurityLabel { Owner = owner.Id, Name = name ?? "", Added = call.Now.ToUnixTimeSeconds() });
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        if (SecurityLabel.Find(call.Graph, owner.Id, label.Name) is not null)
            return Writes.Refuse(call, Envelope.Fail(400, Texts.Exists("name", ItemKinds.Labels.Noun)));
        return Writes.Save(call, owner.Id, call.Graph.Add(label), Items.Show(call, context, 201, ItemKinds.Labels, label));
    }

    public static Change Update(Call call, ThreatConnectContext context)
    {
        if (!ItemKinds.Labels.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var old = (SecurityLabel)node;
        var label = Read(body, old with { Name = body.Text("name", ItemKinds.Labels.Noun, 1, MaxNameLength) ?? old.Name });
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        if (SecurityLabel.Find(call.Graph, old.Owner, label.Name) is { } other && other.Key != old.Key)
            return Writes.Refuse(call, Envelope.Fail(400, Texts.Exists("name", ItemKinds.Labels.Noun)));
        return Writes.Save(call, old.Owner, call.Graph.Replace(old, label), Items.Show(call, context, 200, ItemKinds.Labels, label));
    }

    public static Change Delete(Call call)
    {
        if (!ItemKinds.Labels.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        var label = (SecurityLabel)node;
        if (label.System) return Writes.Refuse(call, Envelope.Fail(401, Texts.AccessDenied, $"{label.Name} is one of the system's labels"));
        return Writes.Save(call, label.Owner, call.Graph.Remove(label), Envelope.Done);
    }

    private static SecurityLabel Read(Fields body, SecurityLabel old)
    {
        var color = body.Text("color")?.TrimStart('#');
        if (color is not null && (color.Length != 6 || !color.All(char.IsAsciiHexDigit)))
            body.Refuse(Envelope.Fail(400, Texts.Malformed, "\"color\" is not six hexadecimal digits"));
        return old with
        {
            Description = body.Text("description") ?? old.Description,
            Color = color ?? old.Color,
            Added = body.Date("dateAdded") ?? old.Added,
        };
    }
}
