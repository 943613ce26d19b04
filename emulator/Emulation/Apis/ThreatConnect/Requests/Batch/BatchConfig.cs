using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests.Batch;

/// <summary>Reads the body that creates a job.</summary>
static class BatchConfig
{
    private const string Noun = "Batch";
    private const string NoPermission =
        "Unable to perform the requested operation due to the following error(s): "
        + "You do not have permission to create Indicators; Groups; Attributes; Tags; Security Labels;";

    // The two spaces are the server's own.
    private const string NotEnabled =
        "Batch job api is not available.  Ensure that batchJobEnabled is true and document storage is enabled and configured;";

    private static readonly string[] s_versions = ["V1", "V2"];
    private static readonly string[] s_actions = ["Create", "Delete"];
    private static readonly string[] s_writes = ["Append", "Replace"];
    private static readonly string[] s_merges = ["Distribute", "Merge"];
    private static readonly string[] s_attributeWrites = Enum.GetNames<AttributeWrite>();
    private static readonly string[] s_collisions = Enum.GetNames<HashCollision>();

    public static Result<BatchTerms> Read(Call call, Fields body)
    {
        if (!Instance.Of(call.Graph).BatchEnabled) return Envelope.Fail(503, NotEnabled);
        var ownerName = body.Text("owner", Noun, 1, 255, required: true);
        if (body.Refusal is { } nameless) return nameless;
        if (call.Graph.Find<Owner, TextKey>(Owner.ByName, new TextKey(0, Fold.Case(ownerName!))) is not { } owner)
            return Envelope.Fail(403, Texts.OwnerNotFound, $"there is no owner \"{ownerName}\"");
        if (!Scope.CurrentUser(call).MaySee(owner.Id))
            return Envelope.Fail(403, Texts.AccessDenied, $"{call.Caller.Name} may not see the owner \"{ownerName}\"");

        var terms = new BatchTerms
        {
            IsV2 = body.OneOf("version", Noun, s_versions) == s_versions[1],
            Owner = owner.Id,
            HaltOnError = body.Flag("haltOnError") == true,
            IsDelete = Required(body, "action", s_actions) == s_actions[1],
            Attributes = Enum.Parse<AttributeWrite>(Required(body, "attributeWriteType", s_attributeWrites) ?? s_attributeWrites[0]),
            AppendTags = body.OneOf("tagWriteType", Noun, s_writes) == s_writes[0],
            AppendLabels = body.OneOf("securityLabelWriteType", Noun, s_writes) == s_writes[0],
            MergeFiles = body.OneOf("fileMergeMode", Noun, s_merges) != s_merges[0],
            Collision = Enum.Parse<HashCollision>(body.OneOf("hashCollisionMode", Noun, s_collisions)
                ?? nameof(HashCollision.FavorIncoming)),
        };
        if (body.Refusal is { } refusal) return refusal;
        return MayWrite(call, owner.Id) is { } error ? error : terms;
    }

    public static Reply? MayWrite(Call call, int owner) =>
        Scope.CurrentUser(call).MayChange(owner)
            ? null
            : Envelope.Fail(401, NoPermission, $"{call.Caller.Name} may not change what the owner {owner} has");

    private static string? Required(Fields body, string name, string[] allowed)
    {
        var word = body.OneOf(name, Noun, allowed);
        if (word is null) body.Refuse(Envelope.Fail(400, Texts.OneOf(name, Noun, allowed)));
        return word;
    }
}
