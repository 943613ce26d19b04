using Bogus;

namespace Emulation.Seeding.Demo;

/// <summary>First names and products from Bogus, drawn once a seed: a draw a node would cost more than the node.</summary>
sealed class Words
{
    private const int Attempts = 12;

    public Words(long seed)
    {
        var random = new RandomStream(seed, StreamKind.Words, 0);
        var bogus = new Faker("en") { Random = new Randomizer((int)(random.Next() >> 33)) };
        FirstNames = Distinct(160, () => bogus.Name.FirstName());
        Products = Distinct(60, () => bogus.Commerce.ProductName());
    }

    public string[] FirstNames { get; }

    public string[] Products { get; }

    public static string Capital(string word) => word.Length == 0 ? word : string.Concat(word[..1].ToUpperInvariant(), word.AsSpan(1));

    /// <summary>The ASCII letters of a text in lower case, as a name appears in an address.</summary>
    public static string Letters(string text)
    {
        Span<char> letters = stackalloc char[Math.Min(text.Length, 64)];
        var count = 0;
        foreach (var character in text)
            if (char.IsAsciiLetter(character) && count < letters.Length) letters[count++] = char.ToLowerInvariant(character);
        return new string(letters[..count]);
    }

    /// <summary>Values that differ even in their letters alone.</summary>
    private static string[] Distinct(int wanted, Func<string> draw)
    {
        var seen = new HashSet<string>(wanted, StringComparer.Ordinal);
        var words = new List<string>(wanted);
        for (var i = 0; i < wanted * Attempts && words.Count < wanted; i++)
        {
            var word = draw();
            if (seen.Add(Letters(word))) words.Add(word);
        }
        return [.. words];
    }
}
