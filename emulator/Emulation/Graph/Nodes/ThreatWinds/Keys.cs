namespace Emulation.Graphs.ThreatWinds;

/// <summary>
/// By id, compared from its end first: ids share their beginnings (<c>ip-…</c>), and their last eight signs are those of a hash.
/// The order itself means nothing.
/// </summary>
readonly struct TailKey(string id) : IComparable<TailKey>, IEquatable<TailKey>
{
    private readonly ulong _tail = TailOf(id);

    public string Id { get; } = id;

    public int CompareTo(TailKey other)
    {
        var tail = _tail.CompareTo(other._tail);
        return tail != 0 ? tail : string.CompareOrdinal(Id, other.Id);
    }

    public bool Equals(TailKey other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is TailKey other && Equals(other);

    public override int GetHashCode() => _tail.GetHashCode();

    public override string ToString() => Id;

    private static ulong TailOf(string id)
    {
        ulong tail = 0;
        for (var i = Math.Max(0, id.Length - 8); i < id.Length; i++) tail = (tail << 8) | (byte)id[i];
        return tail;
    }
}

/// <summary>Newest first within a scope (a group, a type), then by id ascending.</summary>
readonly record struct NewestEntity(string Scope, long At, string Id) : IComparable<NewestEntity>
{
    public int CompareTo(NewestEntity other)
    {
        var scope = string.CompareOrdinal(Scope, other.Scope);
        if (scope != 0) return scope;
        var at = other.At.CompareTo(At);
        return at != 0 ? at : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>Below every entry of the scope.</summary>
    public static NewestEntity First(string scope) => new(scope, long.MaxValue, "");

    /// <summary>Above every entry of the scope, and below the next scope.</summary>
    public static NewestEntity Last(string scope) => new(scope, long.MinValue, "\uffff");
}

/// <summary>Newest first within a scope (a group, an entity), then by a number ascending.</summary>
readonly record struct NewestRecord(string Scope, long At, long Number) : IComparable<NewestRecord>
{
    public int CompareTo(NewestRecord other)
    {
        var scope = string.CompareOrdinal(Scope, other.Scope);
        if (scope != 0) return scope;
        var at = other.At.CompareTo(At);
        return at != 0 ? at : Number.CompareTo(other.Number);
    }

    public static NewestRecord First(string scope) => new(scope, long.MaxValue, long.MinValue);

    public static NewestRecord Last(string scope) => new(scope, long.MinValue, long.MaxValue);
}

/// <summary>What belongs to a user, in the order it was made.</summary>
readonly record struct OwnedKey(Guid Owner, long Number) : IComparable<OwnedKey>
{
    public int CompareTo(OwnedKey other)
    {
        var owner = Owner.CompareTo(other.Owner);
        return owner != 0 ? owner : Number.CompareTo(other.Number);
    }

    public static OwnedKey First(Guid owner) => new(owner, long.MinValue);

    public static OwnedKey Last(Guid owner) => new(owner, long.MaxValue);
}

/// <summary>The same within a relation.</summary>
readonly record struct NewestOfRelation(Hash256 Relation, long At, long Number) : IComparable<NewestOfRelation>
{
    public int CompareTo(NewestOfRelation other)
    {
        var relation = Relation.CompareTo(other.Relation);
        if (relation != 0) return relation;
        var at = other.At.CompareTo(At);
        return at != 0 ? at : Number.CompareTo(other.Number);
    }

    public static NewestOfRelation First(Hash256 relation) => new(relation, long.MaxValue, long.MinValue);

    public static NewestOfRelation Last(Hash256 relation) => new(relation, long.MinValue, long.MaxValue);
}
