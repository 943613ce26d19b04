using System.Text;
using System.Text.Json;

namespace Emulation.Tests.Apis.ThreatConnect.Platform;

/// <summary>A batch job as a client runs it: create, upload, poll until it is completed.</summary>
sealed class Job(Client client, long id)
{
    public const string Owner = "Example Organization";

    public long Id => id;

    public static string Config(string owner = Owner, string version = "V2", string action = "Create", bool halt = false, string attributes = "Append", string tags = "Append", string labels = "Append", string more = "") => $$"""
        {"version":"{{version}}","owner":"{{owner}}","haltOnError":"{{(halt ? "true" : "false")}}","action":"{{action}}","attributeWriteType":"{{attributes}}","tagWriteType":"{{tags}}","securityLabelWriteType":"{{labels}}"{{more}}}
        """;

    public static async Task<Job> Create(Client client, string? config = null)
    {
        var answer = (await client.Post("/v2/batch", config ?? Config())).ShouldBe(201);
        return new Job(client, answer.Data.GetProperty("batchId").GetInt64());
    }

    /// <summary>Uploads a file and polls until the job is completed; its last status.</summary>
    public static async Task<JsonElement> Run(Client client, string file, string? config = null)
    {
        var job = await Create(client, config);
        (await job.Upload(file)).ShouldBe(202);
        return await job.Finish();
    }

    public Task<Answer> Upload(string file) => client.Send("POST", $"/v2/batch/{id}", file, "application/octet-stream");

    public Task<Answer> Upload(byte[] file, params (string Name, string Value)[] headers) => Send(client, $"/v2/batch/{id}", file, headers);

    public Task<Answer> Status(string query = "") => client.Get($"/v2/batch/{id}{query}");

    public Task<Answer> Errors() => client.Get($"/v2/batch/{id}/errors");

    /// <summary>The way tcex does it, without the waiting.</summary>
    public async Task<JsonElement> Finish()
    {
        for (var i = 0; i < 10; i++)
        {
            var status = (await Status("?includeAdditional=true")).ShouldBe(200).Value;
            if (status.GetProperty("status").GetString() == "Completed") return status;
            client.Wait(TimeSpan.FromSeconds(1));
        }
        throw new InvalidOperationException($"The job {id} is not done after ten questions.");
    }

    public async Task<string[]> Reasons() =>
        [.. (await Errors()).Json.EnumerateArray().Select(error => error.GetProperty("errorReason").GetString()!)];

    public static async Task<Answer> Send(Client client, string target, byte[] body, params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(body);
        using var response = await client.Running.Send("POST", target, content, [("Authorization", client.Authorization), .. headers]);
        return new Answer(
            $"POST {target}",
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString() ?? "",
            await response.Content.ReadAsByteArrayAsync());
    }

    public static byte[] Multipart(string config, string content, bool names) => Encoding.UTF8.GetBytes(
        $"--limit\r\nContent-Disposition: form-data; name=\"config\"{(names ? "; filename=\"config\"" : "")}\r\nContent-Type: application/json\r\n\r\n{config}\r\n"
        + $"--limit\r\nContent-Disposition: form-data; name=\"content\"{(names ? "; filename=\"content\"" : "")}\r\n\r\n{content}\r\n--limit--\r\n");
}
