namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>
/// Which members each kind of object may have. threatconnect-java refuses unknown ones in all but groups, indicators and
/// false positives, so responses have no other.
/// </summary>
class ShapeTests
{
    private const string File = "/v2/indicators/files/422AD421127685E3EF4A44B546258107";
    private const string All = "includes=additional&includes=attributes&includes=labels&includes=tags";

    [TestCase("/v2/owners/1", "id name type")]
    [TestCase("/v2/whoami", "userName firstName lastName role")]
    [TestCase("/v2/groups/incidents/12350", "id name owner dateAdded lastModified webLink eventDate")]
    [TestCase("/v2/groups/incidents/12350?" + All, "id name owner dateAdded lastModified webLink xid communityOrSource additionalOwners attribute tag securityLabel eventDate status")]
    [TestCase("/v2/groups/events/12349?includeAdditional=True", "id name owner dateAdded lastModified webLink xid communityOrSource additionalOwners eventDate status")]
    [TestCase("/v2/groups/campaigns/12346", "id name owner dateAdded lastModified webLink firstSeen")]
    [TestCase("/v2/groups/documents/12347", "id name owner dateAdded lastModified webLink fileName fileSize status")]
    [TestCase("/v2/groups/emails/12348", "id name owner dateAdded lastModified webLink to from subject score header body")]
    [TestCase("/v2/groups/reports/12351", "id name owner dateAdded lastModified webLink fileName fileSize status publishDate")]
    [TestCase("/v2/groups/signatures/12352", "id name owner dateAdded lastModified webLink fileType fileName")]
    [TestCase("/v2/groups/threats/12358", "id name owner dateAdded lastModified webLink")]
    [TestCase("/v2/indicators/hosts/example.com", "id owner dateAdded lastModified confidence webLink hostName dnsActive whoisActive")]
    [TestCase("/v2/indicators/hosts/example.com?" + All, "id owner dateAdded lastModified confidence webLink observationCount falsePositiveCount privateFlag active activeLocked communityOrSource additionalOwners attribute tag securityLabel hostName dnsActive whoisActive")]
    [TestCase("/v2/indicators/asns/ASN12345?includes=additional", "id owner type dateAdded lastModified webLink observationCount falsePositiveCount active activeLocked communityOrSource additionalOwners AS Number")]
    [TestCase(File, "id owner dateAdded lastModified rating confidence webLink source description md5 sha1 sha256 size")]
    [TestCase(File + "/falsePositive", "count")]
    [TestCase(File + "/observationCount", "count yourCount")]
    [TestCase(File + "/fileOccurrences/1", "id fileName path date")]
    [TestCase("/v2/tasks/1001", "id name owner dateAdded webLink status escalated reminded overdue assignee escalatee")]
    [TestCase("/v2/tasks/1002", "id name owner dateAdded webLink status escalated reminded overdue dueDate")]
    [TestCase("/v2/victims/2001", "id name org webLink")]
    [TestCase("/v2/victims/2001/victimAssets/emailAddresses/701", "id type webLink address addressType")]
    [TestCase("/v2/victims/2001/victimAssets/phoneNumbers/702", "id type webLink phoneType")]
    [TestCase("/v2/victims/2002/victimAssets/networkAccounts/703", "id type webLink account network")]
    [TestCase("/v2/victims/2002/victimAssets/webSites/705", "id type webLink webSite")]
    [TestCase("/v2/groups/incidents/12350/attributes/9001", "id type dateAdded lastModified displayed value")]
    [TestCase("/v2/groups/incidents/12350/attributes/9001?includes=additional", "id type dateAdded lastModified displayed value")]
    [TestCase("/v2/tags/Phishing", "name webLink")]
    [TestCase("/v2/securityLabels/TLP:RED", "name description dateAdded color")]
    [TestCase("/v2/groups/adversaries/12345/adversaryAssets/handles/1", "id type webLink handle")]
    [TestCase("/v2/groups/adversaries/12345/adversaryAssets/urls/3", "id type webLink url")]
    public async Task One_object_has_exactly(string target, string members)
    {
        await using var client = await Client.Of("docs-9");

        (await client.Get(target)).ShouldBe(200).Members.Should().BeEquivalentTo(Words(members));
    }

    [TestCase("/v2/groups?resultLimit=1", "group", "id name type ownerName dateAdded lastModified webLink")]
    [TestCase("/v2/groups?resultLimit=1&" + All, "group", "id name type owner dateAdded lastModified webLink xid communityOrSource additionalOwners attribute tag securityLabel")]
    [TestCase("/v2/groups/incidents", "incident", "id name ownerName dateAdded lastModified webLink eventDate")]
    [TestCase("/v2/groups/emails", "email", "id name ownerName dateAdded lastModified webLink score")]
    [TestCase("/v2/groups/documents", "document", "id name ownerName dateAdded lastModified webLink")]
    [TestCase("/v2/groups/signatures", "signature", "id name ownerName dateAdded lastModified webLink fileType")]
    [TestCase("/v2/groups/coursesOfAction", "courseOfAction", "id name ownerName dateAdded lastModified webLink")]
    [TestCase("/v2/indicators?filters=summary%3Dexample.com", "indicator", "id ownerName type dateAdded lastModified confidence webLink summary")]
    [TestCase("/v2/indicators/hosts", "host", "id ownerName dateAdded lastModified confidence webLink hostName dnsActive whoisActive")]
    [TestCase("/v2/indicators/files", "file", "id ownerName dateAdded lastModified rating confidence webLink description md5 sha1 sha256 size")]
    [TestCase("/v2/indicators/files?includeTags=true", "file", "id owner dateAdded lastModified rating confidence webLink source description tag md5 sha1 sha256 size")]
    [TestCase("/v2/indicators/mutexes", "mutex", "id ownerName type dateAdded lastModified rating confidence webLink Mutex")]
    [TestCase("/v2/indicators/wallets", "wallet", "id ownerName type dateAdded lastModified webLink Account Chain")]
    [TestCase("/v2/tasks?resultLimit=1", "task", "id name ownerName dateAdded webLink status escalated reminded overdue")]
    [TestCase("/v2/tasks?resultLimit=1&" + All, "task", "id name ownerName dateAdded webLink attribute tag securityLabel status escalated reminded overdue")]
    [TestCase("/v2/victims?resultLimit=1", "victim", "id name org webLink")]
    [TestCase("/v2/victims?resultLimit=1&includeLabels=true", "victim", "id name org webLink securityLabel")]
    [TestCase("/v2/victims/2001/victimAssets?resultLimit=1", "victimAsset", "id name type webLink")]
    [TestCase("/v2/groups/incidents/12350/victimAssets/emailAddresses", "victimEmailAddress", "id type webLink address addressType")]
    [TestCase("/v2/groups/incidents/12350/victimAssets/phoneNumbers", "victimPhone", "id type webLink phoneType")]
    [TestCase("/v2/groups/adversaries/12345/adversaryAssets?resultLimit=1", "bucketAsset", "id name type webLink")]
    [TestCase("/v2/groups/adversaries/12345/adversaryAssets/phoneNumbers", "adversaryPhoneNumber", "id type webLink phoneNumber")]
    [TestCase("/v2/tags?resultLimit=1", "tag", "name webLink")]
    [TestCase("/v2/securityLabels?resultLimit=1", "securityLabel", "name description dateAdded color")]
    [TestCase("/v2/indicators/deleted", "indicator", "ownerName type dateAdded summary")]
    [TestCase("/v2/tasks/1001/assignees", "user", "userName firstName lastName")]
    [TestCase("/v2/owners?resultLimit=1", "owner", "id name type")]
    public async Task Each_object_of_a_list_has_exactly(string target, string key, string members)
    {
        await using var client = await Client.Of("docs-9");

        var answer = (await client.Get(target)).ShouldBe(200);

        answer.ContentType.Should().Be("application/json");
        answer.Json.EnumerateObject().Select(member => member.Name).Should().Equal("status", "data");
        answer.Data.EnumerateObject().Select(member => member.Name).Should().Equal("resultCount", key);
        answer.Items[0].EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo(Words(members));
    }

    [Test]
    public async Task Parts_inside_items_have_exactly()
    {
        await using var client = await Client.Of("docs-9");

        var incident = (await client.Get($"/v2/groups/incidents/12350?{All}")).ShouldBe(200).Value;

        Members(incident.GetProperty("attribute")[0])
            .Should().BeEquivalentTo("id", "type", "dateAdded", "lastModified", "displayed", "value");
        Members(incident.GetProperty("tag")[0]).Should().BeEquivalentTo("name", "webLink");
        Members(incident.GetProperty("securityLabel")[0]).Should().BeEquivalentTo("name", "description", "dateAdded", "color");
        Members(incident.GetProperty("owner")).Should().BeEquivalentTo("id", "name", "type");
    }

    private static IEnumerable<string> Members(System.Text.Json.JsonElement item) => item.EnumerateObject().Select(member => member.Name);

    private static IEnumerable<string> Words(string text) =>
        text.Replace("AS Number", "AS_Number", StringComparison.Ordinal).Split(' ').Select(word => word.Replace('_', ' '));
}
