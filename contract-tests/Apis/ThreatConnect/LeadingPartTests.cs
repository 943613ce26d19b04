namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>Indicators whose value has several parts, found by any leading ones of them that only one indicator has.</summary>
public class LeadingPartTests
{
    private const string Keys = "/v2/indicators/registryKeys";
    private const string Key = "HKEY_USERS%5Cx";

    [Test]
    public async Task A_key_of_two_parts_is_found_by_the_first_and_by_both()
    {
        await using var client = await Client.Of("docs-9");
        var made = (await client.Post(Keys, """{"Key Name":"HKEY_USERS\\x","Value Name":"a"}""")).ShouldBe(201).Id;

        (await client.Get($"{Keys}/{Key}")).ShouldBe(200).Id.Should().Be(made);
        (await client.Get($"{Keys}/{Key}%20:%20a")).ShouldBe(200).Id.Should().Be(made);
        (await client.Get($"{Keys}/{Key}+:+a")).ShouldBe(200).Id.Should().Be(made);
        (await client.Get($"{Keys}/{Key}%20:%20b")).ShouldFail(404, "The requested resource was not found");
        (await client.Delete($"{Keys}/{Key}%20:%20a")).ShouldBe(200);
    }

    [Test]
    public async Task Leading_parts_that_two_keys_have_find_the_one_without_more_or_none()
    {
        await using var client = await Client.Of("docs-9");
        var whole = (await client.Post(Keys, """{"Key Name":"HKEY_USERS\\x","Value Name":"a","Value Type":"REG_SZ"}""")).ShouldBe(201).Id;
        (await client.Get($"{Keys}/{Key}%20:%20a")).ShouldBe(200).Id.Should().Be(whole);
        (await client.Post(Keys, """{"Key Name":"HKEY_USERS\\x","Value Name":"a","Value Type":"REG_NONE"}""")).ShouldBe(201);

        (await client.Get($"{Keys}/{Key}%20:%20a")).ShouldFail(404, "The requested resource was not found");
        var shorter = (await client.Post(Keys, """{"Key Name":"HKEY_USERS\\x","Value Name":"a"}""")).ShouldBe(201).Id;
        (await client.Get($"{Keys}/{Key}%20:%20a")).ShouldBe(200).Id.Should().Be(shorter);
        (await client.Get($"{Keys}/{Key}%20:%20a%20:%20REG_SZ")).ShouldBe(200).Id.Should().Be(whole);
    }

    [Test]
    public async Task A_batch_takes_a_key_of_two_parts()
    {
        await using var client = await Client.Of("docs-9");

        var status = await Platform.Job.Run(client, """{"indicator":[{"type":"Registry Key","summary":"HKEY_USERS\\x : a"},{"type":"Registry Key","Key Name":"HKEY_USERS\\y","Value Name":"b"}]}""");

        status.GetProperty("successCount").GetInt32().Should().Be(2);
        (await client.Get($"{Keys}/{Key}%20:%20a")).ShouldBe(200);
        (await client.Get($"{Keys}/HKEY_USERS%5Cy%20:%20b")).ShouldBe(200);
    }

    [Test]
    public async Task The_list_of_types_shows_the_third_part()
    {
        await using var client = await Client.Of("docs-9");

        var type = (await client.Get("/v2/types/indicatorTypes")).Items.Single(
            one => one.GetProperty("name").GetString() == "Registry Key");

        type.GetProperty("value3Label").GetString().Should().Be("Value Type");
        type.GetProperty("value3Type").GetString().Should().Be("selectone");
    }
}
