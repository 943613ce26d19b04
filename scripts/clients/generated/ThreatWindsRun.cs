using Generated.Threatwinds;
using Generated.Threatwinds.Models;

namespace GeneratedClients;

/// <summary>Entities and their relations with a key pair; e-mail addresses with a session: list, page, create, get, delete.</summary>
static class ThreatWindsRun
{
    public static async Task Drive(World world)
    {
        var api = new Client(world.Adapter("", ("api-key", "emulator-key"), ("api-secret", "emulator-secret"))).Api;

        var hosts = new AdvancedSearch();
        var entities = api.Search.V1.Entities.Advanced;
        var page = await entities.PostAsync(hosts, request => request.QueryParameters.Limit = 1);
        Check.That(page is { Items: > 1, Results.Count: 1 }, "the first page has one of several entities");
        var id = Check.Given(page!.Results![0].Id);

        var entity = await api.Search.V1.Entity[id].GetAsync();
        Check.That(entity?.Id == id && entity.Attributes?.AdditionalData.Count > 0, "the entity is found by its id");
        var related = await api.Search.V1.Entity[id].Relations.GetAsync();
        Check.That(related?.Results is not null, "the relations are listed");

        var reported = await api.Ingest.V1.Comment.PostAsync(new ReportedComment { EntityID = id, Comment = "Generated." });
        Check.That(reported?.Message is not null, "the comment is accepted");
        var comments = await api.Search.V1.Comments[id].GetAsync();
        Check.That(comments?.Results?.Any(comment => comment.CommentProp == "Generated.") == true, "the comment is listed");

        await DriveAccount(world);
        await Check.Refused<Error>(() => api.Search.V1.Entity["nothing"].GetAsync(), 404);
    }

    private static async Task DriveAccount(World world)
    {
        var account = new Client(world.Adapter("", ("Authorization", "Bearer emulator-bearer"))).Api.Auth.V2;
        await account.Email.PostAsync(new EmailAddress { Address = "generated@example.com" });
        var emails = await account.Emails.GetAsync();
        var added = emails?.EmailsProp?.Single(email => email.Address == "generated@example.com");
        Check.That(added is { Verified: false, Preferred: false }, "the address is listed");

        await account.Email[Check.Given(added).EmailID!.Value].DeleteAsync();
        emails = await account.Emails.GetAsync();
        Check.That(emails?.EmailsProp?.Any(email => email.EmailID == added!.EmailID) == false, "the address is deleted");
    }
}
