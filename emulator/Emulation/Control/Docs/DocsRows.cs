using Emulation.Http;

namespace Emulation.Control.Docs;

/// <summary>
/// The reference pages at <c>/_emulator/docs</c>. Their files hold no data, so they are open like health: a page can ask for the token of
/// the control plane. What it shows, it reads from routes that are not open.
/// </summary>
static class DocsRows
{
    // Swagger UI sets styles from its script, which is allowed without 'unsafe-inline'; its icons are data addresses in its style sheet.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    public static IReadOnlyList<Route> All() =>
    [
        Row("/docs",        "docs.page", call => Send(call, DocsAssets.Page)),
        Row("/docs/{file}", "docs.file", call => Show(call)),
    ];

    private static Route Row(string path, string name, Func<ControlCall, Reply> show) =>
        ControlRow.Query("GET", path, name, show) with { Policy = ControlApi.Open };

    private static Reply Show(ControlCall call) => DocsAssets.Find(call["file"]) is { } file
        ? Send(call, file)
        : Problem.Reply(404, "Not found", $"The reference pages have no file {call["file"]}.");

    private static Reply Send(ControlCall call, PageFile file) => FileReply.Of(call, file, ContentSecurityPolicy);
}
