using Emulation.Http;

namespace Emulation.Control.Ui;

/// <summary>
/// The dashboard at <c>/_emulator/ui/</c>, and at the root for browsers. Its files hold no data, so they are open like health: a page can
/// ask for the token of the control plane. What it shows, it reads from routes that are not open.
/// </summary>
static class UiRows
{
    // Trusted types: a script that puts a text into the document as HTML fails instead. Saved files are links to blobs, which need no rule.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly string[] s_pages = ["graph", "requests", "worlds", "coverage"];

    public static IReadOnlyList<Route> All()
    {
        var files = new UiFiles();
        return
        [
            Row("/ui",                        "ui.start", call => Send(call, files.Page)),
            Row("/ui/{page}",                 "ui.page",  call => ShowPage(call, files)),
            Row("/ui/assets/{file}",          "ui.file",  call => ShowFile(call, files, call["file"])),
            Row("/ui/assets/{folder}/{file}", "ui.part",  call => ShowFile(call, files, $"{call["folder"]}/{call["file"]}")),
            Root("/",                         "landing",  call => Send(call, files.Page)),
            Root("/favicon.ico",              "icon",     call => Send(call, files.Icon)),
        ];
    }

    private static Route Row(string path, string name, Func<ControlCall, Reply> show) =>
        ControlRow.Query("GET", path, name, show) with { Policy = ControlApi.Open };

    private static Route Root(string path, string name, Func<ControlCall, Reply> show) =>
        new("GET", path, name, Provenance.Documented, "interface") { ControlQuery = show, Policy = ControlApi.Open };

    // A page that does not exist is a page too: it says so and leads to the others.
    private static Reply ShowPage(ControlCall call, UiFiles files)
    {
        var reply = Send(call, files.Page);
        return s_pages.Contains(call["page"], StringComparer.Ordinal) || reply.Status == 304 ? reply : reply with { Status = 404 };
    }

    private static Reply ShowFile(ControlCall call, UiFiles files, string path) => files.Find(path) is { } file
        ? Send(call, file)
        : Problem.Reply(404, "Not found", $"The dashboard has no file {path}.");

    private static Reply Send(ControlCall call, PageFile file) => FileReply.Of(call, file, ContentSecurityPolicy);
}
