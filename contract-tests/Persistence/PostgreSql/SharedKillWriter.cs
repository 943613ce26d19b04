using System.Text.Json;

namespace Emulation.Tests.Persistence.PostgreSql;

/// <summary>What a writer did until something was killed.</summary>
/// <param name="Answered">Whether a tag must be there.</param>
/// <param name="Unknown">The tag of the write that was not answered, or refused because the database was away.</param>
/// <param name="Ids">The ids of incidents.</param>
sealed record SharedWrites(
    Dictionary<(string World, string Name), bool> Answered, (string World, string Name)? Unknown, List<(string World, long Id)> Ids);

/// <summary>One connection to one of the programs, which writes until that is killed, or the database.</summary>
sealed class SharedKillWriter(SharedProgram program, string name, Random chance)
{
    public static readonly string[] Worlds = [Emulation.Http.Worlds.Default, "w1", "w2", "w3", "w4"];

    private readonly SharedWrites _done = new([], null, []);
    private (string World, string Name)? _pending;

    /// <param name="goOn">Called after each answer.</param>
    public async Task<SharedWrites> Run(Func<bool> goOn)
    {
        try
        {
            for (var i = 0; await Next(i) && goOn(); i++)
            {
                // The next one.
            }
        }
        catch (HttpRequestException)
        {
            // The program was killed.
        }
        return _done with { Unknown = _pending };
    }

    /// <summary>False when the database is away.</summary>
    private async Task<bool> Next(int number)
    {
        var world = Worlds[chance.Next(Worlds.Length)];
        var tag = (world, $"t-{name}-{number}");
        return chance.Next(12) switch
        {
            0 or 1 => await Incident(world),
            2 => await IsAnswered("PUT", "/_emulator/clock", world, """{"mode":"offset","offset":"1h"}"""),
            3 => await IsAnswered("POST", $"/_emulator/snapshots/{name}", world),
            4 => await World(number),
            < 8 => await Put(tag) && await Remove(tag),
            _ => await Put(tag),
        };
    }

    private async Task<bool> Put((string World, string Name) tag)
    {
        _pending = tag;
        return await IsAnswered("POST", "/v2/tags", tag.World, $$"""{"name":"{{tag.Name}}"}""") && Note(tag, true);
    }

    private async Task<bool> Remove((string World, string Name) tag)
    {
        _pending = tag;
        _done.Answered.Remove(tag);
        return await IsAnswered("DELETE", $"/v2/tags/{tag.Name}", tag.World) && Note(tag, false);
    }

    private async Task<bool> Incident(string world)
    {
        var (status, body) = await program.Send(
            "POST", "/v2/groups/incidents", world, $$"""{"name":"{{name}}","eventDate":"2024-01-01"}""");
        if (status == 503) return false;
        using var document = JsonDocument.Parse(body);
        _done.Ids.Add((world, document.RootElement.GetProperty("data").GetProperty("incident").GetProperty("id").GetInt64()));
        return true;
    }

    /// <summary>A world of its own, written to, and deleted most times.</summary>
    private async Task<bool> World(int number)
    {
        var tag = ($"x-{name}-{number}", "tag");
        if (!await IsAnswered("PUT", $"/_emulator/worlds/{tag.Item1}", Emulation.Http.Worlds.Default) || !await Put(tag)) return false;
        if (chance.Next(4) == 0) return true;
        _pending = tag;
        _done.Answered.Remove(tag);
        return await IsAnswered("DELETE", $"/_emulator/worlds/{tag.Item1}", Emulation.Http.Worlds.Default) && Note(tag, false);
    }

    private bool Note((string World, string Name) tag, bool isThere)
    {
        _done.Answered[tag] = isThere;
        _pending = null;
        return true;
    }

    private async Task<bool> IsAnswered(string method, string target, string world, string? body = null)
    {
        var (status, text) = await program.Send(method, target, world, body);
        status.Should().BeOneOf([200, 201, 204, 503], "{0} {1} of {2}: {3}", method, target, world, text);
        return status != 503;
    }
}
