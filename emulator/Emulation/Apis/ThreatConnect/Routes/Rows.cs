using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>Creates the rows of the route tables.</summary>
static class Rows
{
    public static Route Get(string path, string name, Provenance provenance, string source, Func<Call, Reply> query) =>
        new("GET", path, name, provenance, source) { Query = query };

    /// <summary>A GET that changes the graph: a poll advances the state of a job.</summary>
    public static Route Poll(string path, string name, Provenance provenance, string source, Func<Call, Change> change) =>
        new("GET", path, name, provenance, source) { Change = change };

    public static Route Post(string path, string name, Provenance provenance, string source, Func<Call, Change> change) =>
        new("POST", path, name, provenance, source) { Change = change };

    public static Route Put(string path, string name, Provenance provenance, string source, Func<Call, Change> change) =>
        new("PUT", path, name, provenance, source) { Change = change };

    public static Route Delete(string path, string name, Provenance provenance, string source, Func<Call, Change> change) =>
        new("DELETE", path, name, provenance, source) { Change = change };

    /// <summary>A change whose first part runs before the write lock is taken.</summary>
    public static Route Prepared<T>(
        string method, string path, string name, Provenance provenance, string source, Func<Call, T> prepare, Func<Call, T, Change> change) =>
        new(method, path, name, provenance, source)
        {
            PreparedChange = call =>
            {
                var prepared = prepare(call);
                return current => change(current, prepared);
            },
        };

    /// <summary>A known route that is not served.</summary>
    public static Route NotServed(string method, string path, string name, Provenance provenance, string source) =>
        new(method, path, name, provenance, source);
}
