using Bogus;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Demo;

/// <summary>Names, words and sentences, drawn from Bogus once a seed: a draw a node would cost more than the node.</summary>
sealed class Words
{
    private const int Attempts = 12;

    public Words(long seed)
    {
        var random = new RandomStream(seed, StreamKind.Words, 0);
        var bogus = new Faker("en") { Random = new Randomizer((int)(random.Next() >> 33)) };
        FirstNames = Distinct(160, () => bogus.Name.FirstName());
        LastNames = Distinct(200, () => bogus.Name.LastName());
        JobTitles = Distinct(60, () => bogus.Name.JobTitle());
        Companies = Distinct(160, () => bogus.Company.CompanyName());
        CatchPhrases = Distinct(100, () => bogus.Company.CatchPhrase());
        Phrases = Distinct(160, () => bogus.Hacker.Phrase());
        Nouns = Distinct(24, () => bogus.Hacker.Noun());
        Adjectives = Distinct(16, () => bogus.Hacker.Adjective());
        Colors = Distinct(20, () => Capital(bogus.Commerce.Color()));
        Departments = Distinct(20, () => bogus.Commerce.Department(1));
        Sites = Distinct(220, () => Letters(bogus.Internet.DomainWord()));
        Latin = Distinct(140, () => Letters(bogus.Lorem.Word()));
        Suffixes = Distinct(6, () => bogus.Internet.DomainSuffix());
        Cities = [.. Distinct(60, () => bogus.Address.City()), "Zürich", "São Paulo", "Łódź", "東京", "Київ"];
        // As ThreatWinds keeps them: every word with a capital.
        Countries = Distinct(60, () => Normal.Of(DataType.Country, bogus.Address.Country()).Text);
        Streets = Distinct(60, () => bogus.Address.StreetAddress());
        Agents = Distinct(60, () => bogus.Internet.UserAgent());
        Phones = Distinct(80, () => bogus.Phone.PhoneNumber("+1 ### ### ####"));
        Files = Distinct(60, () => bogus.System.FileName("exe"));
    }

    public string[] FirstNames { get; }

    public string[] LastNames { get; }

    public string[] JobTitles { get; }

    public string[] Companies { get; }

    public string[] CatchPhrases { get; }

    public string[] Phrases { get; }

    public string[] Nouns { get; }

    public string[] Adjectives { get; }

    public string[] Colors { get; }

    public string[] Departments { get; }

    /// <summary>Lower-case letters alone, as <see cref="Latin"/>.</summary>
    public string[] Sites { get; }

    public string[] Latin { get; }

    public string[] Suffixes { get; }

    public string[] Cities { get; }

    public string[] Countries { get; }

    public string[] Streets { get; }

    public string[] Agents { get; }

    public string[] Phones { get; }

    public string[] Files { get; }

    public static string Capital(string word) => word.Length == 0 ? word : string.Concat(word[..1].ToUpperInvariant(), word.AsSpan(1));

    /// <summary>The letters of a text, in lower case: what is left of a name in an address.</summary>
    public static string Letters(string text)
    {
        Span<char> letters = stackalloc char[Math.Min(text.Length, 64)];
        var count = 0;
        foreach (var sign in text)
            if (char.IsAsciiLetter(sign) && count < letters.Length) letters[count++] = char.ToLowerInvariant(sign);
        return new string(letters[..count]);
    }

    /// <summary>Different even when only their letters are read.</summary>
    private static string[] Distinct(int wanted, Func<string> draw)
    {
        var seen = new HashSet<string>(wanted, StringComparer.Ordinal);
        var words = new List<string>(wanted);
        for (var i = 0; i < wanted * Attempts && words.Count < wanted; i++)
        {
            var word = draw();
            var key = Letters(word);
            if (key.Length > 0 ? seen.Add(key) : word.Length > 0 && seen.Add(word)) words.Add(word);
        }
        return [.. words];
    }
}
