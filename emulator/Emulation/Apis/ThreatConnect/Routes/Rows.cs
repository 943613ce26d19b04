using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>Rows of the tables, so that a row is a line.</summary>
static class Rows
{
    public static Route Get(string path, string name, Provenance provenance, string source, Read query) =>
        new("GET", path, name, provenance, source) { Read = query };

    /// <summary>A GET that changes something: a poll of a job's state advances it.</summary>
    public static Route Poll(string path, string name, Provenance provenance, string source, Write change) =>
        new("GET", path, name, provenance, source) { Write = change };

    public static Route Post(string path, string name, Provenance provenance, string source, Write change) =>
        new("POST", path, name, provenance, source) { Write = change };

    public static Route Put(string path, string name, Provenance provenance, string source, Write change) =>
        new("PUT", path, name, provenance, source) { Write = change };

    public static Route Delete(string path, string name, Provenance provenance, string source, Write change) =>
        new("DELETE", path, name, provenance, source) { Write = change };

    /// <summary>A row that is known and not served.</summary>
    public static Route NotServed(string method, string path, string name, Provenance provenance, string source) =>
        new(method, path, name, provenance, source);
}
