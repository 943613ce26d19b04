namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>Every message with its status; a refused request changes nothing.</summary>
public class MessageTests
{
    private const string NotFound = "The requested resource was not found";
    private const string NoPath = "Resource not found, check the requested path. Please review your request and try again. If the problem persists, contact technical support.";
    private const string Malformed = "The request was not properly formed";
    private const string Date = "Please enter the date in number of milliseconds since January 1, 1970, 00:00:00 GMT";
    private const string Md5 = "422AD421127685E3EF4A44B546258107";

    // Unknown paths, types and items.
    [TestCase("GET", "/v2/nothing", null, 404, NoPath)]
    [TestCase("GET", "/v2/groups/gangs", null, 404, NoPath)]
    [TestCase("GET", "/v2/groups/gangs/1", null, 404, NoPath)]
    [TestCase("GET", "/v2/indicators/gadgets", null, 404, NoPath)]
    [TestCase("GET", "/v2/indicators/gadgets/x", null, 404, NoPath)]
    [TestCase("GET", "/v2/groups/incidents/12350/groups/gangs", null, 404, NoPath)]
    [TestCase("GET", "/v2/groups/incidents/12350/victimAssets/faxes", null, 404, NoPath)]
    [TestCase("GET", "/v2/victims/2001/victimAssets/faxes/1", null, 404, NoPath)]
    [TestCase("GET", "/v2/indicators/hosts/example.com/associations/nope/indicators", null, 404, NoPath)]
    [TestCase("GET", "/v2/indicators/files/" + Md5 + "/actions/nope/indicators", null, 404, NoPath)]
    [TestCase("POST", "/v2/groups/gangs", "{\"name\":\"A\"}", 404, NoPath)]
    [TestCase("GET", "/v2/groups/incidents/99999", null, 404, NotFound)]
    [TestCase("GET", "/v2/groups/incidents/abc", null, 404, NotFound)]
    [TestCase("GET", "/v2/groups/incidents/99999999999999999999", null, 404, NotFound)]
    [TestCase("GET", "/v2/groups/incidents/12345", null, 404, NotFound, TestName = "An id of another type")]
    [TestCase("GET", "/v2/indicators/hosts/54324", null, 404, NotFound, TestName = "A number is never an indicator's id")]
    [TestCase("GET", "/v2/indicators/hosts/example.com?owner=Common%20Community", null, 404, NotFound)]
    [TestCase("GET", "/v2/tasks/1001?owner=Common%20Community", null, 404, NotFound)]
    [TestCase("GET", "/v2/victims/2001?owner=Common%20Community", null, 404, NotFound)]
    [TestCase("GET", "/v2/tasks/x", null, 404, NotFound)]
    [TestCase("GET", "/v2/tags/Nobody", null, 404, NotFound)]
    [TestCase("GET", "/v2/tags/Nobody/groups", null, 404, NotFound)]
    [TestCase("GET", "/v2/securityLabels/Nobody", null, 404, NotFound)]
    [TestCase("GET", "/v2/owners/99", null, 404, NotFound)]
    [TestCase("GET", "/v2/owners/x", null, 404, NotFound)]
    [TestCase("GET", "/v2/tasks/1001/assignees/nobody", null, 404, NotFound)]
    [TestCase("POST", "/v2/tasks/1001/assignees/nobody", null, 404, NotFound)]
    [TestCase("POST", "/v2/groups/incidents/12350/securityLabels/Nobody", null, 404, NotFound, TestName = "Applying a label never makes one")]
    [TestCase("POST", "/v2/groups/incidents/12350/indicators/hosts/nowhere.example.com", null, 404, NotFound)]
    [TestCase("POST", "/v2/groups/incidents/12350/groups/threats/1", null, 404, NotFound)]
    [TestCase("GET", "/v2/groups/incidents/12350/attributes/9002", null, 404, NotFound, TestName = "An attribute of another item")]
    [TestCase("GET", "/v2/victims/2001/victimAssets/emailAddresses/703", null, 404, NotFound)]
    [TestCase("GET", "/v2/victims/2001/victimAssets/networkAccounts/703", null, 404, NotFound, TestName = "An asset of another victim")]
    [TestCase("GET", "/v2/groups/adversaries/12345/adversaryAssets/urls/1", null, 404, NotFound, TestName = "An asset of another segment")]
    [TestCase("GET", "/v2/groups/documents/12347/download", null, 404, NotFound)]
    [TestCase("GET", "/v2/indicators/files/" + Md5 + "/fileOccurrences/77", null, 404, NotFound)]
    // Owners.
    [TestCase("GET", "/v2/groups/incidents/12350?owner=Nobody", null, 403, "The requested owner was not found")]
    [TestCase("POST", "/v2/groups/incidents?owner=Nobody", "{}", 403, "The requested owner was not found")]
    [TestCase("POST", "/v2/tags/X/groups/incidents/12350?owner=Common%20Community", null, 400, "The owners of the requested objects were different")]
    [TestCase("POST", "/v2/securityLabels/TLP%3ARED/tasks/1001?owner=Common%20Community", null, 404, NotFound, TestName = "A task named in another owner")]
    // Bodies.
    [TestCase("POST", "/v2/groups/incidents", null, 400, Malformed)]
    [TestCase("POST", "/v2/groups/incidents", "[]", 400, Malformed)]
    [TestCase("POST", "/v2/groups/incidents", "{\"name\":", 400, Malformed)]
    [TestCase("POST", "/v2/groups/incidents", "{\"name\":[5]}", 400, Malformed)]
    [TestCase("POST", "/v2/groups/incidents", "{}", 400, "The name for this Incident is invalid, please enter a name between 1-255 characters in length")]
    [TestCase("POST", "/v2/groups/intrusionSets", "{\"name\":\"\"}", 400, "The name for this Intrusion Set is invalid, please enter a name between 1-255 characters in length")]
    [TestCase("PUT", "/v2/groups/incidents/12350", "{\"name\":\"\"}", 400, "The name for this Incident is invalid, please enter a name between 1-255 characters in length")]
    [TestCase("POST", "/v2/groups/incidents", "{\"name\":\"A\",\"eventDate\":\"soon\"}", 400, Date)]
    [TestCase("POST", "/v2/groups/incidents", "{\"name\":\"A\",\"eventDate\":\"2017-02-30\"}", 400, Date)]
    [TestCase("POST", "/v2/groups/incidents", "{\"name\":\"A\",\"status\":\"Shut\"}", 400, "The status for this Incident is invalid , please enter one of the following values: New, Open, Stalled, Containment Achieved, Restoration Achieved, Incident Reported, Closed, Rejected, Deleted")]
    [TestCase("POST", "/v2/groups/documents", "{\"name\":\"A\"}", 400, "The fileName for this Document is invalid, please enter a fileName between 1-255 characters in length")]
    [TestCase("POST", "/v2/groups/documents", "{\"name\":\"A\",\"fileName\":\"a\",\"malware\":true}", 400, "The password for this Document is invalid, please enter a password between 1-255 characters in length")]
    [TestCase("POST", "/v2/groups/emails", "{\"name\":\"A\",\"header\":\"h\",\"body\":\"b\"}", 400, "The subject for this Email is invalid, please enter a subject between 1-65535 characters in length")]
    [TestCase("POST", "/v2/groups/threats", "{\"name\":\"A\",\"xid\":\"b\"}", 201, null, TestName = "An xid that is new")]
    [TestCase("POST", "/v2/tasks", "{}", 400, "The name for this Task is invalid, please enter a name between 1-100 characters in length")]
    [TestCase("POST", "/v2/tasks", "{\"name\":\"A\",\"status\":\"Complete\"}", 400, "The status for this Task is invalid , please enter one of the following values: Not Started, In Progress, Completed, Waiting on Someone, Deferred")]
    [TestCase("POST", "/v2/tasks", "{\"name\":\"A\",\"assignee\":[{\"userName\":\"nobody\"}]}", 400, "Please enter a valid assignee")]
    [TestCase("POST", "/v2/tasks", "{\"name\":\"A\",\"escalatee\":{\"userName\":[\"nobody\"]}}", 400, "Please enter a valid escalatee")]
    [TestCase("PUT", "/v2/victims/2001", "{\"org\":\"o\"}", 400, "The name for this Victim is invalid, please enter a name between 1-100 characters in length")]
    [TestCase("POST", "/v2/victims/2001/victimAssets/emailAddresses", null, 400, "The address for this victimEmailAddress is invalid, please enter an address between 1-255 characters in length")]
    [TestCase("PUT", "/v2/victims/2001/victimAssets/emailAddresses/701", "{}", 400, "The address for this victimEmailAddress is invalid, please enter an address between 1-255 characters in length")]
    [TestCase("POST", "/v2/groups/adversaries/12345/adversaryAssets/phoneNumbers", "{}", 400, "The phoneNumber for this adversaryPhoneNumber is invalid, please enter a phoneNumber between 1-255 characters in length")]
    [TestCase("POST", "/v2/indicators/files/" + Md5 + "/fileOccurrences", "{\"size\":1}", 400, Malformed)]
    // Values.
    [TestCase("POST", "/v2/indicators/addresses", "{\"ip\":\"256.0.0.1\"}", 400, "Please enter a valid Address")]
    [TestCase("POST", "/v2/indicators/addresses", "{\"ip\":\"1.2.3\"}", 400, "Please enter a valid Address")]
    [TestCase("POST", "/v2/indicators/addresses", "{}", 400, "Please enter a valid Address")]
    [TestCase("POST", "/v2/indicators/addresses", "{\"ip\":{}}", 400, Malformed)]
    [TestCase("POST", "/v2/indicators/emailAddresses", "{\"address\":\"nobody\"}", 400, "Please enter a valid EmailAddress")]
    [TestCase("POST", "/v2/indicators/files", "{\"md5\":\"422AD421127685E3EF4A44B54625810\"}", 400, "Please enter a valid File", TestName = "A hash of odd length")]
    [TestCase("POST", "/v2/indicators/files", "{\"md5\":null}", 400, "Please enter a valid File")]
    [TestCase("POST", "/v2/indicators/files", "{\"sha256\":\"6EE03D201FE358139858956383F3C280ACADEB8E\"}", 400, "Please enter a valid File")]
    [TestCase("POST", "/v2/indicators/hosts", "{\"hostName\":\"nodot\"}", 400, "Please enter a valid Host")]
    [TestCase("POST", "/v2/indicators/hosts", "{\"hostName\":\"b\u00fccher.example\"}", 400, "Please enter a valid Host")]
    [TestCase("POST", "/v2/indicators/urls", "{\"text\":\"gopher://example.com\"}", 400, "Please enter a valid URL")]
    [TestCase("POST", "/v2/indicators/urls", "{\"text\":\"http://Example.com/\"}", 400, "Please enter a valid URL")]
    [TestCase("POST", "/v2/indicators/asns", "{\"AS Number\":\"ASN 12\"}", 400, "Please enter a valid ASN")]
    [TestCase("POST", "/v2/indicators/asns", "{\"AS Number\":\"AS12\"}", 400, "Please enter a valid ASN")]
    [TestCase("POST", "/v2/indicators/cidrBlocks", "{\"Block\":\"10.0.0.0\"}", 400, "Please enter a valid CIDR")]
    [TestCase("POST", "/v2/indicators/cidrBlocks", "{\"Block\":\"10.0.0.0/33\"}", 400, "Please enter a valid CIDR")]
    [TestCase("POST", "/v2/indicators/cidrBlocks", "{\"Block\":\"abc::/48\"}", 400, "Please enter a valid CIDR")]
    [TestCase("POST", "/v2/indicators/cidrBlocks", "{\"Block\":\"0abc:def:10:0:0:0:0:0/48\"}", 400, "Please enter a valid CIDR")]
    [TestCase("POST", "/v2/indicators/registryKeys", "{\"Key Name\":\"HKLM\\\\x\",\"Value Name\":\"n\",\"Value Type\":\"REG_SZ\"}", 400, "Please enter a valid Registry Key")]
    [TestCase("POST", "/v2/indicators/registryKeys", "{\"Key Name\":\"HKEY_USERS\\\\x\",\"Value Name\":\"\",\"Value Type\":\"REG_SZ\"}", 400, "Please enter a valid Registry Key")]
    [TestCase("POST", "/v2/indicators/registryKeys", "{\"Key Name\":\"HKEY_USERS\\\\x\",\"Value Name\":\"n\",\"Value Type\":\"REG_X\"}", 400, "Please enter a valid Registry Key")]
    [TestCase("POST", "/v2/indicators/wallets", "{\"Account\":\"a\",\"Chain\":\"dollar\"}", 400, "Please enter a valid Wallet")]
    [TestCase("POST", "/v2/indicators/hosts", "{\"hostName\":\"a.example.com\",\"rating\":5.1}", 400, Malformed)]
    [TestCase("POST", "/v2/indicators/hosts", "{\"hostName\":\"a.example.com\",\"confidence\":101}", 400, Malformed)]
    [TestCase("POST", "/v2/indicators/hosts", "{\"hostName\":\"a.example.com\",\"confidence\":50.5}", 400, Malformed)]
    [TestCase("PUT", "/v2/indicators/hosts/example.com", "{\"rating\":\"high\"}", 400, Malformed)]
    [TestCase("POST", "/v2/indicators/hosts", "{\"hostName\":\"EXCLUDED.example.com\"}", 403, "This Indicator is included in a system-wide exclusion list.")]
    [TestCase("POST", "/v2/indicators/addresses", "{\"ip\":\"127.0.0.1\"}", 403, "This Indicator is included in a system-wide exclusion list.")]
    [TestCase("POST", "/v2/indicators/files", "{\"md5\":\"" + Md5 + "\",\"sha1\":\"0000000000000000000000000000000000000000\"}", 400, "The MD5 for this File is invalid, a File with this MD5 already exists")]
    [TestCase("POST", "/v2/indicators/files", "{\"md5\":\"00000000000000000000000000000000\",\"sha1\":\"6EE03D201FE358139858956383F3C280ACADEB8E\"}", 400, "The SHA-1 for this File is invalid, a File with this SHA-1 already exists")]
    // Attributes, tags, labels.
    [TestCase("POST", "/v2/groups/incidents/12350/attributes", "{\"type\":\"Bogus\",\"value\":\"v\"}", 404, "The requested attribute type was not found")]
    [TestCase("POST", "/v2/groups/incidents/12350/attributes", "{\"type\":\"Source\",\"value\":\"\"}", 400, "This attribute requires a value")]
    [TestCase("POST", "/v2/groups/incidents/12350/attributes", "{\"type\":\"Phase of Intrusion\",\"value\":\"Lunch\"}", 400, "Please select a valid Phase of Intrusion.")]
    [TestCase("PUT", "/v2/groups/incidents/12350/attributes/9001", "{\"displayed\":true}", 400, "This attribute requires a value")]
    [TestCase("POST", "/v2/tags", "{\"name\":\"phishing\"}", 400, "The name for this Tag is invalid, a Tag with this name already exists")]
    [TestCase("POST", "/v2/tags", "{}", 400, "The name for this Tag is invalid, please enter a name between 1-128 characters in length")]
    [TestCase("PUT", "/v2/tags/Phishing", "{\"name\":\"ransomware\"}", 400, "The name for this Tag is invalid, a Tag with this name already exists")]
    [TestCase("POST", "/v2/securityLabels", "{\"name\":\"tlp:red\"}", 400, "The name for this Security Label is invalid, a Security Label with this name already exists")]
    [TestCase("POST", "/v2/securityLabels", "{\"name\":\"X\",\"color\":\"red\"}", 400, Malformed)]
    [TestCase("DELETE", "/v2/securityLabels/TLP%3ARED", null, 401, "Access Denied", TestName = "A label of the system cannot be deleted")]
    // Associations.
    [TestCase("POST", "/v2/groups/incidents/12350/groups/incidents/12350", null, 400, "Invalid association")]
    [TestCase("POST", "/v2/tasks/1001/tasks/1001", null, 400, "Invalid association")]
    [TestCase("POST", "/v2/indicators/hosts/example.com/indicators/hosts/EXAMPLE.com", null, 400, "Invalid association")]
    [TestCase("POST", "/v2/indicators/hosts/example.com/associations/asnToCidr/indicators/addresses/192.168.0.1", null, 400, "Invalid association, a Host cannot be associated with an Address")]
    [TestCase("POST", "/v2/indicators/files/" + Md5 + "/actions/mutex/indicators/hosts/example.com", null, 400, "Invalid association, a File cannot be associated with a Host")]
    [TestCase("POST", "/v2/victims/2001/indicators/hosts/example.com", null, 400, "Invalid association, a Victim cannot be associated with an Indicator")]
    // Files.
    [TestCase("GET", "/v2/groups/documents/12347/pdf", null, 400, Malformed)]
    [TestCase("GET", "/v2/groups/emails/12348/pdf", null, 400, Malformed)]
    // Queries.
    [TestCase("GET", "/v2/indicators?modifiedSince=soon", null, 400, Date)]
    [TestCase("GET", "/v2/indicators/deleted?deletedSince=soon", null, 400, Date)]
    [TestCase("GET", "/v2/indicators/observed?dateObserved=soon", null, 400, Date)]
    [TestCase("GET", "/v2/indicators?filters=rating%3D3", null, 400, Malformed, TestName = "An operator that a filter does not have")]
    [TestCase("GET", "/v2/indicators?filters=confidence%3Chigh", null, 400, Malformed)]
    [TestCase("GET", "/v2/indicators?filters=dnsActive%3Dtrue", null, 400, Malformed, TestName = "A filter of one type in a list of all")]
    [TestCase("GET", "/v2/tasks?filters=status%5ENot", null, 400, Malformed)]
    public async Task A_request_gets_its_status_and_message(string method, string target, string? body, int status, string? message)
    {
        await using var client = await Client.Of("docs-9");
        var before = client.Graph;

        var answer = await client.Send(method, target, body);

        if (message is null)
        {
            answer.ShouldBe(status);
            return;
        }
        answer.ShouldFail(status, message);
        client.Graph.Should().BeSameAs(before, "a refusal leaves no trace");
        client.Running.Log.ToString().Should().Contain($"refused {status} {method} {target.Split('?')[0]}");
    }

    [Test]
    public async Task An_xid_is_unique()
    {
        await using var client = await Client.Of("docs-9");
        (await client.Post("/v2/groups/threats", """{"name":"A","xid":"mine"}""")).ShouldBe(201);

        (await client.Post("/v2/groups/reports", """{"name":"A","fileName":"a","xid":"mine"}""")).ShouldFail(
            400, "The xid for this Report is invalid, a Report with this xid already exists");
        (await client.Get("/v2/groups/threats/mine")).ShouldBe(200);
    }

    [TestCase(101, "tasks", "The name for this Task is invalid, please enter a name between 1-100 characters in length")]
    [TestCase(101, "victims", "The name for this Victim is invalid, please enter a name between 1-100 characters in length")]
    [TestCase(256, "groups/threats", "The name for this Threat is invalid, please enter a name between 1-255 characters in length")]
    [TestCase(129, "tags", "The name for this Tag is invalid, please enter a name between 1-128 characters in length")]
    public async Task Names_have_a_greatest_length(int length, string path, string message)
    {
        await using var client = await Client.Of("docs-9");

        (await client.Post($"/v2/{path}", $"{{\"name\":\"{new string('x', length)}\"}}")).ShouldFail(400, message);
        (await client.Post($"/v2/{path}", $"{{\"name\":\"{new string('x', length - 1)}\"}}")).ShouldBe(201);
    }

    [Test]
    public async Task A_tag_added_to_an_item_has_at_most_128_characters()
    {
        await using var client = await Client.Of("docs-9");

        (await client.Post($"/v2/groups/incidents/12350/tags/{new string('x', 129)}"))
            .ShouldFail(400, "The name for this Tag is invalid, please enter a name between 1-128 characters in length");
        (await client.Post($"/v2/groups/incidents/12350/tags/{new string('x', 128)}")).ShouldBe(201);
    }

    [Test]
    public async Task A_victim_without_assets_cannot_be_associated()
    {
        await using var client = await Client.Of("docs-9");
        var victim = (await client.Post("/v2/victims", """{"name":"Bare"}""")).ShouldBe(201).Id;

        foreach (var item in new[] { "groups/incidents/12350", "indicators/hosts/example.com", "tasks/1001" })
            (await client.Post($"/v2/{item}/victims/{victim}")).ShouldFail(400, "Invalid association");
        (await client.Post($"/v2/victims/{victim}/groups/incidents/12350")).ShouldFail(400, "Invalid association");
    }

    [Test]
    public async Task Groups_and_indicators_of_two_owners_cannot_be_associated()
    {
        await using var client = await Client.Of("docs-9");
        (await client.Post("/v2/indicators/hosts?owner=Common%20Community", """{"hostName":"c.example.com"}""")).ShouldBe(201);
        var foreign = (await client.Post("/v2/groups/threats?owner=Common%20Community", """{"name":"C"}""")).ShouldBe(201).Id;

        const string Mismatch = "The owners of the requested objects were different";
        (await client.Post("/v2/groups/incidents/12350/indicators/hosts/c.example.com?owner=Common%20Community")).ShouldFail(400, Mismatch);
        (await client.Post($"/v2/groups/incidents/12350/groups/threats/{foreign}")).ShouldFail(400, Mismatch);
        (await client.Post($"/v2/indicators/hosts/example.com/groups/threats/{foreign}")).ShouldFail(400, Mismatch);
        (await client.Post($"/v2/groups/threats/{foreign}/indicators/hosts/c.example.com")).ShouldBe(201);
    }
}
