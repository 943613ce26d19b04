using System.Text;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Journals;

class CurlCommandTests
{
    private static readonly Dictionary<string, string> s_variables = new(StringComparer.Ordinal)
    {
        ["AUTHORIZATION"] = Journalled.Token["TC-Token ".Length..], ["TOKEN"] = "t", ["PASSWORD"] = "p",
    };

    [TestCase("GET", "/v2/tasks/123456?x=a%20b&y='1'&z=[1]", null)]
    [TestCase("POST", "/v2/groups/incidents", """{"name":"it's \"quoted\" $HOME `x` \\ ünï"}""")]
    [TestCase("POST", "/v2/groups/incidents", "@file")]
    [TestCase("POST", "/nope", "-n %s\\012")]
    [TestCase("POST", "/nope", "line\nline\t")]
    [TestCase("POST", "/nope", "zero\0and\u0001TOKEN\u0002")]
    [TestCase("POST", "/nope", "")]
    [TestCase("PUT", "/v2/tasks/1?token=t", """{"password":"p","x":1}""")]
    [TestCase("DELETE", "/v2/tasks/1", null)]
    [TestCase("HEAD", "/v2/tasks/123456", null)]
    [TestCase("OPTIONS", "/worlds/default/v2/tasks", null)]
    public async Task It_repeats_the_request(string method, string target, string? body)
    {
        await using var emulator = await Journalled.Start();
        await emulator.Ask(target, method, body, ("X-Odd", "it's \"$odd\""), ("X-Empty", ""));
        var id = (await emulator.Requests())[0].Text("id");

        var sent = Sent.Of(await emulator.Client.GetStringAsync($"/_emulator/requests/{id}/curl"));

        sent.Method.Should().Be(method);
        sent.Url.Should().Be(emulator.Address.GetLeftPart(UriPartial.Authority) + target);
        sent.Headers.Should().Contain($"Authorization: {Journalled.Token}").And.Contain("X-Odd: it's \"$odd\"").And.Contain("X-Empty;");
        if (body is not null) sent.Headers.Should().Contain("Content-Type: application/json; charset=utf-8");
        sent.Headers.Should().Contain(["Accept:", "User-Agent:"], "curl must not add what was not sent");
        Encoding.UTF8.GetString(sent.Body).Should().Be(body ?? "");
    }

    [Test]
    public async Task A_body_that_is_no_text_is_printed_into_it()
    {
        await using var emulator = await Journalled.Start();
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        using var response = await emulator.Send("POST", "/nope", new ByteArrayContent(bytes));
        var id = (await emulator.Requests())[0].Text("id");

        var sent = Sent.Of(await emulator.Client.GetStringAsync($"/_emulator/requests/{id}/curl"));

        sent.Body.Should().Equal(bytes);
    }

    [Test]
    public async Task It_says_how_to_fill_in_what_is_not_shown()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Ask("/v2/tasks/123456");
        var id = (await emulator.Requests())[0].Text("id");

        var text = await emulator.Client.GetStringAsync($"/_emulator/requests/{id}/curl");

        text.Should().StartWith("# Set AUTHORIZATION first").And.Contain("-H 'Authorization: TC-Token '\"$AUTHORIZATION\"");
    }

    [Test]
    public async Task It_says_when_the_body_was_cut()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Ask("/nope", "POST", new string('a', 70_000));
        var id = (await emulator.Requests())[0].Text("id");

        var text = await emulator.Client.GetStringAsync($"/_emulator/requests/{id}/curl");

        text.Should().Contain("# Of the body's 70000 bytes the first 65536 were kept");
    }

    /// <summary>What curl would send, by its manual.</summary>
    private sealed record Sent(string Method, string Url, List<string> Headers, byte[] Body)
    {
        public static Sent Of(string text)
        {
            var lines = text.Split('\n').SkipWhile(line => line.StartsWith('#'));
            var words = PosixWords.Of(string.Join('\n', lines), s_variables);
            var pipe = words.IndexOf("|");
            var printed = pipe < 0 ? [] : PosixWords.Printed(words[1]);
            var (method, url, headers, body) = ("GET", "", new List<string>(), (byte[])[]);
            words = words[(pipe + 1)..];
            words[0].Should().Be("curl");
            var explicitly = false;
            for (var i = 1; i < words.Count; i++)
            {
                switch (words[i])
                {
                    case "-g" or "--path-as-is":
                        break;
                    case "--head":
                        method = "HEAD";
                        break;
                    case "-X":
                        (method, explicitly) = (words[++i], true);
                        break;
                    case "-H":
                        headers.Add(words[++i]);
                        break;
                    case "--data-binary":
                        if (!explicitly) method = "POST";
                        body = words[++i] == "@-" ? printed : Encoding.UTF8.GetBytes(words[i]);
                        break;
                    default:
                        url = words[i];
                        break;
                }
            }
            return new Sent(method, url, headers, body);
        }
    }
}
