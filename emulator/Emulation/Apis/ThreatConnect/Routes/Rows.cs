using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>Rows of the table, so that a row is a line.</summary>
static class Rows
{
    public static Route Get(string path, string name, Provenance provenance, string source, Func<Call, Reply> query) => new("GET", path, name, provenance, source) { Query = query };

    public static Route Post(string path, string name, Provenance provenance, string source, Func<Call, Change> change) => new("POST", path, name, provenance, source) { Change = change };

    public static Route Put(string path, string name, Provenance provenance, string source, Func<Call, Change> change) => new("PUT", path, name, provenance, source) { Change = change };

    public static Route Delete(string path, string name, Provenance provenance, string source, Func<Call, Change> change) => new("DELETE", path, name, provenance, source) { Change = change };

    /// <summary>A change whose first part runs before the write lock is taken.</summary>
    public static Route Prepared<T>(string method, string path, string name, Provenance provenance, string source, Func<Call, T> prepare, Func<Call, T, Change> change) =>
        new(method, path, name, provenance, source)
        {
            PreparedChange = call =>
            {
                var prepared = prepare(call);
                return current => change(current, prepared);
            },
        };

    /// <summary>A row that is known and not served.</summary>
    public static Route Later(string method, string path, string name, Provenance provenance, string source) => new(method, path, name, provenance, source);
}

/// <summary>
/// Links between two kinds of item: up to five rows. <paramref name="Known"/> says for each where it is known from
/// (D document 004, R the vendor's other pages, C only clients, - no such route), in the order
/// list, list of one type, one, add, remove.
/// </summary>
/// <param name="Path">Where the first item is.</param>
/// <param name="Name">What the rows are called.</param>
/// <param name="Association">What is linked.</param>
/// <param name="Segment">The word for the second kind.</param>
/// <param name="Parameters">The parameters behind it: a type and an id, or an id.</param>
/// <param name="Known">Five letters.</param>
/// <param name="Source">The pages or clients.</param>
sealed record Cell(string Path, string Name, Association Association, string Segment, string Parameters, string Known, string Source)
{
    /// <summary>Where adding is more than linking.</summary>
    public Func<Call, Association, Change> Add { get; init; } = Associations.Add;

    public IEnumerable<Route> Expand()
    {
        var (list, one) = ($"{Path}/{Segment}", $"{Path}/{Segment}/{Parameters}");
        var typed = $"{list}/{Parameters.Split('/')[0]}";
        if (Provenance(0) is { } listed) yield return Rows.Get(list, $"{Name}.list", listed, Source, call => Associations.List(call, Association));
        if (Provenance(1) is { } ofType) yield return Rows.Get(typed, $"{Name}.list-of-type", ofType, Source, call => Associations.ListOfType(call, Association));
        if (Provenance(2) is { } got) yield return Rows.Get(one, $"{Name}.get", got, Source, call => Associations.Get(call, Association));
        if (Provenance(3) is { } added) yield return Rows.Post(one, $"{Name}.add", added, Source, call => Add(call, Association));
        if (Provenance(4) is { } removed) yield return Rows.Delete(one, $"{Name}.remove", removed, Source, call => Associations.Remove(call, Association));
    }

    private Provenance? Provenance(int row) => Known[row] switch
    {
        'D' => Http.Provenance.Documented,
        'R' => Http.Provenance.Reference,
        'C' => Http.Provenance.Client,
        '-' => null,
        var other => throw new InvalidOperationException($"{other} is not where a route can be known from."),
    };
}
