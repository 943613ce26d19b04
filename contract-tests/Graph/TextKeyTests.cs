using Emulation.Graphs;
using FsCheck;
using FsCheck.Fluent;

namespace Emulation.Tests.Graphs;

/// <summary>Keys that ignore case order texts as keys of the texts in upper case do, whatever the characters.</summary>
class TextKeyTests
{
    // Letters with and without another case, what sorts between them, characters whose upper case is elsewhere, and halves of pairs.
    private static readonly string[] s_parts =
    [
        "a", "A", "b", "z", "Z", "_", "[", "0", "\0", "", "é", "É", "ß", "ı", "ſ", "ω",
        "\uffff", "\ud83d\ude00", "\ud801\udc28", "\ud801",
    ];

    private static readonly Gen<string> s_texts = Gen.Elements(s_parts).ListOf().Select(string.Concat);

    [Test]
    public void Keys_that_ignore_case_have_the_order_of_upper_case()
    {
        Prop.ForAll(Arb.From(s_texts), Arb.From(s_texts), (one, other) =>
        {
            var expected = Math.Sign(Upper(one).CompareTo(Upper(other)));
            return Math.Sign(Any(one).CompareTo(Any(other))) == expected
                && Math.Sign(Any(one).CompareTo(Upper(other))) == expected
                && Math.Sign(Upper(one).CompareTo(Any(other))) == expected;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    [Test]
    public void Keys_that_are_equal_but_for_case_have_the_same_hash_code()
    {
        Prop.ForAll(Arb.From(s_texts), text =>
            Any(text).Equals(Upper(text)) && Any(text).GetHashCode() == Upper(text).GetHashCode())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Test]
    public void Ties_are_ordered_by_number()
    {
        TextKey.IgnoringCase(0, "Name", 1).CompareTo(TextKey.IgnoringCase(0, "name", 2)).Should().BeNegative();
    }

    private static TextKey Any(string text) => TextKey.IgnoringCase(0, text);

    private static TextKey Upper(string text) => new(0, text.ToUpperInvariant());
}
