using System.Text.Json;

namespace Emulation.Recordings.Replays;

/// <summary>Profiles, posts and associations of DeSo that answers show.</summary>
sealed class ImpliedDeso
{
    public ImpliedRows Profiles { get; } = new();

    public ImpliedRows Posts { get; } = new();

    public ImpliedRows UserAssociations { get; } = new();

    public ImpliedRows PostAssociations { get; } = new();

    public void Add(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Add(item);
            return;
        }
        if (value.ValueKind != JsonValueKind.Object) return;
        if (ImpliedRows.Text(value, "PublicKeyBase58Check") is { } key && ImpliedRows.Text(value, "Username") is { Length: > 0 })
        {
            ImpliedRows.Copy(value, Profiles.Of(key), "PublicKeyBase58Check=publicKey", "Username=username", "Description=description",
                "IsHidden=isHidden", "IsVerified=isVerified", "DESOBalanceNanos=desoBalanceNanos");
        }
        else if (ImpliedRows.Text(value, "AssociationID") is { } id) AddAssociation(value, id);
        else if (ImpliedRows.Text(value, "PostHashHex") is { } hash && ImpliedRows.Text(value, "Body") is not null)
        {
            ImpliedRows.Copy(value, Posts.Of(hash), "PostHashHex=hash", "PosterPublicKeyBase58Check=poster", "Body=body",
                "TimestampNanos=timestampNanos", "ConfirmationBlockHeight=confirmationBlockHeight", "IsHidden=isHidden");
        }
        foreach (var member in value.EnumerateObject()) Add(member.Value);
    }

    private void AddAssociation(JsonElement value, string id)
    {
        var isOfPost = ImpliedRows.Text(value, "PostHashHex") is not null;
        ImpliedRows.Copy(value, (isOfPost ? PostAssociations : UserAssociations).Of(id), "AssociationID=id",
            "TransactorPublicKeyBase58Check=transactor", "TargetUserPublicKeyBase58Check=target", "PostHashHex=post",
            "AppPublicKeyBase58Check=app", "AssociationType=type", "AssociationValue=value", "BlockHeight=blockHeight");
    }
}
