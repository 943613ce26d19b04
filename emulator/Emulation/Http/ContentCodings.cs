using Microsoft.Net.Http.Headers;

namespace Emulation.Http;

/// <summary>Which codings of a response's content a client accepts (RFC 9110, section 12.5.3).</summary>
static class ContentCodings
{
    private const string Gzip = "gzip";

    /// <summary>
    /// Whether gzip may be sent: it is listed, or <c>*</c> is, with a weight above 0. A client that says nothing gets plain bytes: it may
    /// be a simple one. A header that cannot be read counts as none.
    /// </summary>
    public static bool AcceptsGzip(Call call)
    {
        if (call.Header("Accept-Encoding") is not { } header) return false;
        if (!StringWithQualityHeaderValue.TryParseList([header], out var codings)) return false;
        var named = codings.Where(one => one.Value.Equals(Gzip, StringComparison.OrdinalIgnoreCase)).ToList();
        var deciding = named.Count > 0 ? named : codings.Where(one => one.Value == "*").ToList();
        return deciding.Exists(one => one.Quality is not 0.0);
    }
}
