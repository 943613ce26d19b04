using System.Globalization;
using System.Text;

namespace Emulation.Seeding.Demo.Texts.Signatures;

/// <summary>Rules for traffic: Snort, Suricata and Zeek (which ThreatConnect calls Bro).</summary>
static class NetworkRules
{
    // Numbers above a million are for rules of one's own.
    private const int FirstSid = 1_000_000;

    public static string Snort(StoryFacts story, ref RandomStream random)
    {
        var found = story.Indicators;
        var sid = Sid(ref random);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {story.Malware}, {story.Actor}, {StoryFacts.IsoDate(story.Written)}\n");
        text.Append("alert tcp $HOME_NET any -> $EXTERNAL_NET $HTTP_PORTS (msg:\"").Append(Message(story, "request"));
        text.Append("\"; flow:to_server,established; content:\"").Append(Content(FileRules.PathOf(found.Url)));
        text.Append("\"; http_uri; content:\"Host|3A 20|").Append(HostOf(found.Url)).Append("\"; http_header; nocase; ");
        text.Append(Trailer(story, sid)).Append('\n');
        text.Append("alert ip $HOME_NET any -> ").Append(Bracketed(found.Address)).Append(" any (msg:\"").Append(Message(story, "traffic"));
        text.Append("\"; threshold:type limit, track by_src, count 1, seconds 3600; ").Append(Trailer(story, sid + 1)).Append('\n');
        return text.ToString();
    }

    public static string Suricata(StoryFacts story, ref RandomStream random)
    {
        var found = story.Indicators;
        var sid = Sid(ref random);
        var text = new StringBuilder();
        text.Append("alert dns $HOME_NET any -> any any (msg:\"").Append(Message(story, "DNS query"));
        text.Append("\"; dns.query; content:\"").Append(found.Host)
            .Append("\"; nocase; endswith; ").Append(Trailer(story, sid)).Append('\n');
        text.Append("alert tls $HOME_NET any -> $EXTERNAL_NET any (msg:\"").Append(Message(story, "TLS server name"));
        text.Append("\"; flow:established,to_server; tls.sni; content:\"").Append(found.SecondHost).Append("\"; nocase; endswith; ");
        text.Append(Trailer(story, sid + 1)).Append('\n');
        if (found.UserAgent is not { } agent) return text.ToString();
        text.Append("alert http $HOME_NET any -> $EXTERNAL_NET any (msg:\"").Append(Message(story, "user agent"));
        text.Append("\"; flow:established,to_server; http.user_agent; content:\"").Append(Content(agent)).Append("\"; ");
        return text.Append(Trailer(story, sid + 2)).Append('\n').ToString();
    }

    public static string Zeek(StoryFacts story, ref RandomStream random)
    {
        var name = SignatureTexts.Identifier(story.Malware).ToLowerInvariant().Replace('_', '-');
        return $$"""
            # {{story.Actor}}, {{StoryFacts.IsoDate(story.Written)}}, {{story.Analyst}}
            signature {{name}}-request {
                ip-proto == tcp
                dst-port == {{(random.Chance(70) ? "80" : "8080")}}
                http-request-header /[Hh][Oo][Ss][Tt]: {{Regexes.Escaped(HostOf(story.Indicators.Url))}}/
                http-request /{{Regexes.Escaped(FileRules.PathOf(story.Indicators.Url)).Replace("/", "\\/", StringComparison.Ordinal)}}/
                event "{{story.Malware}}: request to {{HostOf(story.Indicators.Url)}}"
            }
            signature {{name}}-address {
                ip-proto == tcp
                dst-ip == {{Bracketed(story.Indicators.Address)}}
                tcp-state established,originator
                event "{{story.Malware}}: connection to {{story.Indicators.Address}}"
            }

            """;
    }

    public static string HostOf(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var slash = url.IndexOf('/', start);
        return slash < 0 ? url[start..] : url[start..slash];
    }

    /// <summary>An address as rules name it: those of IPv6 are in brackets.</summary>
    private static string Bracketed(string address) => address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address;

    private static int Sid(ref RandomStream random) => FirstSid + (random.Below(900_000) * 4);

    private static string Message(StoryFacts story, string what) => $"{story.Malware} {story.Kind.Noun} {what} ({story.Actor})";

    private static string Trailer(StoryFacts story, int sid) => string.Create(CultureInfo.InvariantCulture,
        $"classtype:trojan-activity; metadata:created_at {StoryFacts.IsoDate(story.Written).Replace('-', '_')}; sid:{sid}; rev:1;)");

    /// <summary>Text for a content option: characters that the language reserves, and those outside ASCII, as hexadecimal bytes.</summary>
    private static string Content(string text)
    {
        var content = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (value is < 32 or > 126 or (byte)'"' or (byte)';' or (byte)':' or (byte)'|' or (byte)'\\')
                content.Append(CultureInfo.InvariantCulture, $"|{value:X2}|");
            else content.Append((char)value);
        }
        return content.ToString().Replace("||", " ", StringComparison.Ordinal);
    }
}
