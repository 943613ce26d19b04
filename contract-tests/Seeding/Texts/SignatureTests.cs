using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Demo.Texts;
using Emulation.Seeding.Demo.Texts.Signatures;

namespace Emulation.Tests.Seeding.Texts;

/// <summary>Each signature has the form of its language and names indicators of its story.</summary>
class SignatureTests
{
    [Test]
    public void Every_type_of_ThreatConnect_has_a_signature_with_a_file_name()
    {
        foreach (var type in SignatureDetails.FileTypes)
            foreach (var (story, text) in Written(type))
            {
                text.Should().NotBeNullOrWhiteSpace();
                SignatureTexts.FileName(type, story).Should().MatchRegex(@"^[a-z0-9_]+\.[a-z]+$");
            }
    }

    [Test]
    public void A_YARA_rule_is_balanced_and_its_condition_uses_strings_that_it_declares()
    {
        foreach (var (story, text) in Written("YARA"))
        {
            var rule = Regex.Match(text, @"^import ""hash""\n\nrule (?<name>[A-Za-z_]\w*)\n\{\n    meta:\n(?<meta>.+?)\n    strings:\n(?<strings>.+?)\n    condition:\n(?<condition>.+?)\n\}\n\z",
                RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

            rule.Success.Should().BeTrue(text);
            var declared = Names(rule.Groups["strings"].Value, @"^\s+(?<name>\$\w+) = ");
            var used = Names(rule.Groups["condition"].Value, @"(?<name>\$\w+)");
            used.Should().BeSubsetOf(declared).And.NotBeEmpty();
            declared.Should().BeEquivalentTo(used, "YARA refuses a string that no condition uses");
            Balanced(rule.Groups["condition"].Value).Should().BeTrue(text);
            foreach (var line in rule.Groups["strings"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                line.Should().MatchRegex(
                    @"^        \$\w+ = (""([^""\\]|\\[\\""])*""( (ascii|wide|nocase|fullword))+|\{( ([0-9A-F]{2}|\?\?))+ \})$");
            text.Should().Contain($"\"{story.Indicators.Host}\"").And.Contain($"\"{story.Indicators.File.Best}\"");
        }
    }

    [TestCase("Snort", "content:\"Host|3A 20|{0}\"; http_header")]
    [TestCase("Suricata", "dns.query; content:\"{0}\"")]
    public void A_rule_for_traffic_has_a_message_an_id_of_its_own_and_a_revision(string type, string naming)
    {
        foreach (var (story, text) in Written(type))
        {
            var rules = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).ToList();

            rules.Should().HaveCountGreaterThan(1).And.AllSatisfy(rule => rule.Should().MatchRegex(
                @"^alert (tcp|ip|dns|tls|http) \$HOME_NET any -> (\$EXTERNAL_NET|any|[0-9.]+) (any|\$HTTP_PORTS) \(msg:""[^"";]+""; ([a-z_.]+(:(""[^""]*""|[^"";]*))?; )*sid:\d{7,8}; rev:1;\)$"));
            rules.Select(rule => Regex.Match(rule, @"sid:\d+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value)
                .Should().OnlyHaveUniqueItems();
            text.Should().Contain(string.Format(System.Globalization.CultureInfo.InvariantCulture, naming, story.Indicators.Host));
        }
    }

    [Test]
    public void A_Zeek_signature_has_conditions_and_an_event()
    {
        foreach (var (story, text) in Written("Bro"))
        {
            Regex.Count(text, @"^signature [a-z0-9-]+ \{$", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Should().Be(2);
            Regex.Count(text, @"^    event ""[^""]+""$", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Should().Be(2);
            text.Should().Contain($"dst-ip == {story.Indicators.Address}");
            Balanced(text).Should().BeTrue();
        }
    }

    [Test]
    public void A_Sigma_rule_has_the_required_keys()
    {
        foreach (var (story, text) in Written("Sigma"))
        {
            var keys = text.Split('\n').Where(line => line.Length > 0
                && line[0] != ' ').Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]);

            keys.Should().Equal(
                "title", "id", "status", "description", "author", "date", "tags", "logsource", "detection", "falsepositives", "level");
            text.Should().MatchRegex(@"\nid: [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\n")
                .And.MatchRegex(@"\ndetection:\n    selection:\n        \S+:.*\n").And.Contain("\n    condition: selection\n")
                .And.MatchRegex(@"\n    - attack\.t\d{4}\.\d{3}\n").And.NotContain("\t");
            string[] named = [story.Indicators.Host, story.Indicators.Address, story.Indicators.File.Best, @"\Software\O''Acmora\Sync"];
            named.Should().Contain(value => text.Contains(value, StringComparison.OrdinalIgnoreCase));
        }
    }

    [TestCase("OpenIOC", "ioc")]
    [TestCase("CybOX", "Observables")]
    public void An_indicator_in_XML_is_well_formed_and_names_host_and_address(string type, string root)
    {
        foreach (var (story, text) in Written(type))
        {
            var document = XDocument.Parse(text);

            document.Root!.Name.LocalName.Should().Be(root);
            document.Descendants().Select(element => element.Value)
                .Should().Contain(story.Indicators.Host).And.Contain(story.Indicators.Address);
        }
    }

    [Test]
    public void A_pattern_compiles_and_matches_what_it_is_for()
    {
        foreach (var (story, text) in Written("Regex"))
        {
            var pattern = new Regex(text, RegexOptions.None, TimeSpan.FromSeconds(1));

            pattern.IsMatch(text.StartsWith("(?i)^", StringComparison.Ordinal) ? story.Indicators.Url : $"GET {story.Indicators.Host} 200")
                .Should().BeTrue(text);
            pattern.IsMatch("https://www.example.com/").Should().BeFalse();
        }
    }

    [Test]
    public void ClamAV_signatures_are_the_hexadecimal_bytes_of_indicators()
    {
        foreach (var (story, text) in Written("ClamAV"))
        {
            var parts = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')).ToList();

            parts.Should().HaveCount(2).And.AllSatisfy(part => part.Should().HaveCount(4));
            Encoding.UTF8.GetString(Convert.FromHexString(parts[0][3])).Should().Be(story.Indicators.Host);
        }
    }

    [TestCase("KQL")]
    [TestCase("SPL")]
    [TestCase("TQL Query")]
    public void A_query_is_balanced_and_names_an_indicator(string type)
    {
        foreach (var (story, text) in Written(type))
        {
            Balanced(text).Should().BeTrue();
            (text.Count(character => character == '"') % 2).Should().Be(0);
            (text.Contains(story.Indicators.Host, StringComparison.Ordinal)
                || text.Contains(story.Indicators.Address, StringComparison.Ordinal)).Should().BeTrue();
        }
    }

    [Test]
    public void A_STIX_pattern_has_the_grammar_of_comparisons_in_brackets()
    {
        foreach (var story in Facts.All)
            Queries.Stix(story).Should().MatchRegex(
                @"^\[(?:[a-z0-9-]+:[a-zA-Z.'0-9-]+ = '[^']+'(?: OR )?)+\](?: OR \[[a-z0-9-]+:(?:value|hashes\.(?:MD5|'SHA-1'|'SHA-256')) = '[^']+'\])+$")
                .And.Contain(story.Indicators.Host).And.Contain(story.Indicators.File.Best);
    }

    private static IEnumerable<(StoryFacts Story, string Text)> Written(string type)
    {
        for (var i = 0; i < Facts.Count; i++)
        {
            var story = Facts.Of(i);
            var random = Facts.Random(5000 + i);
            yield return (story, SignatureTexts.Text(type, story, ref random));
        }
    }

    private static List<string> Names(string text, string pattern) =>
        [.. Regex.Matches(text, pattern, RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    private static bool Balanced(string text)
    {
        var depth = 0;
        foreach (var character in text)
        {
            if (character is '(' or '{' or '[') depth++;
            if (character is ')' or '}' or ']') depth--;
            if (depth < 0) return false;
        }
        return depth == 0;
    }
}
