using System.Text;
using System.Text.Json;
using Emulation.Persistence;

namespace Emulation.Tests.Persistence;

/// <summary>What differs between two texts of an object, and the second one from it and the first.</summary>
class TextChangeTests
{
    [Test]
    public void A_change_leads_from_one_text_to_the_next([Range(1, 200)] int seed)
    {
        var chance = new Random(seed);
        var rows = Enumerable.Range(0, 40).Select(i => Row(chance, i)).ToList();
        var old = Text(rows, 1);
        for (var i = 0; i < 3; i++)
        {
            if (chance.Next(2) == 0) rows.RemoveAt(chance.Next(rows.Count));
            else rows.Insert(chance.Next(rows.Count + 1), Row(chance, 100 + i));
        }
        var now = Text(rows, chance.Next(200));

        var change = TextChange.Of(old, now);

        if (change is null) return;
        using var document = JsonDocument.Parse(change);
        Encoding.UTF8.GetString(TextChange.Apply(old, document.RootElement)).Should().Be(Encoding.UTF8.GetString(now));
    }

    [Test]
    public void One_row_more_is_a_change_of_the_length_of_the_row()
    {
        var rows = Enumerable.Range(0, 1000).Select(i => $"\"row {i}\"").ToList();
        var old = Text(rows, 1000);
        rows.Add("\"another ü\"");

        var change = TextChange.Of(old, Text(rows, 1001));

        Encoding.UTF8.GetString(change!).Should().MatchRegex(
            """^\[\{"at":12,"cut":1,"put":"1"\},\{"at":\d+,"cut":0,"put":",\\"another ü\\""\},\{"at":\d+,"cut":1,"put":"1"\}\]$""");
    }

    [TestCase("""{"a":[1,2,3]}""", """{"a":[1,2,3],"b":1}""", TestName = "A_member_more_is_no_change")]
    [TestCase("""{"a":[1,2,3]}""", """{"b":[1,2,3]}""", TestName = "Another_member_is_no_change")]
    [TestCase("""{"a":[1,2,3]}""", "null", TestName = "No_object_is_no_change")]
    [TestCase("""{"a":"aaaa"}""", """{"a":"bbbbbbbbbbbbbb"}""", TestName = "Another_value_is_no_change")]
    public void Texts_with_little_in_common_have_no_change(string old, string now) =>
        TextChange.Of(Encoding.UTF8.GetBytes(old), Encoding.UTF8.GetBytes(now)).Should().BeNull();

    [TestCase("""[{"at":8,"cut":9,"put":""}]""")]
    [TestCase("""[{"at":-1,"cut":0,"put":""}]""")]
    [TestCase("""[{"at":1,"cut":-1,"put":""}]""")]
    [TestCase("""[{"at":5,"cut":1,"put":""},{"at":3,"cut":0,"put":""}]""")]
    public void A_change_that_does_not_fit_is_refused(string change)
    {
        using var document = JsonDocument.Parse(change);
        var root = document.RootElement;

        var apply = () => TextChange.Apply("""{"a":[1,2]}"""u8.ToArray(), root);

        apply.Should().Throw<FormatException>();
    }

    private static byte[] Text(IEnumerable<string> rows, int number) =>
        Encoding.UTF8.GetBytes($$"""{"added":{{number}},"rows":[{{string.Join(',', rows)}}],"names":{"ä":"é{{number}}ü"} }""");

    private static string Row(Random chance, int number)
    {
        string[] texts = ["ä", "ö", "\\\"", "x", "€", "😀", "\\n"];
        return $$"""{"id":{{number}},"text":"{{string.Concat(chance.GetItems(texts, 6))}}"}""";
    }
}
