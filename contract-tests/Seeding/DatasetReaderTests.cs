using System.Text;
using Emulation.Seeding;

namespace Emulation.Tests.Seeding;

/// <summary>Each error in a file is one line that names file, line and node.</summary>
class DatasetReaderTests
{
    private const string Head = "{\n\"format\": 1,\n\"start\": \"2024-01-01T00:00:00Z\",\n";

    [TestCase("{\n\"format\": 1,\n oops", "(3): $", "is no JSON")]
    [TestCase("", "(1): $", "is no JSON")]
    [TestCase("null", "(1): $", "a dataset is an object")]
    [TestCase("[]", "(1): $", "must be an object")]
    [TestCase("{\n\"format\": 2, \"start\": \"2024-01-01T00:00:00Z\"}", "(2): $.format:", "is 2; this emulator reads format 1")]
    [TestCase("{\"start\": \"2024-01-01T00:00:00Z\"}", "(1): $.format:", "is missing; write 1")]
    [TestCase("{\n\"format\": 1}", "(1): $.start:", "is missing")]
    [TestCase("{\n\"format\": 1,\n\"start\": \"yesterday\"}", "(3): $.start:", "must be a moment")]
    [TestCase(Head + "\"indicator\": []}", "(4): $.indicator:", "not a member")]
    [TestCase(Head + "\"groups\": [\n{\"type\": \"Incident\", \"name\": \"a\", \"ratting\": 5}]}", "(5): $.groups[0].ratting:",
        "not a member")]
    [TestCase(Head + "\"groups\": [\n{\"id\": \"7\"}]}", "(5): $.groups[0].id:", "must be a whole number")]
    [TestCase(Head + "\"groups\": [\n{\"name\": 7}]}", "(5): $.groups[0].name:", "must be a string")]
    [TestCase(Head + "\"groups\": [\n{\"name\": null}]}", "(5): $.groups[0].name:", "must not be null")]
    [TestCase(Head + "\"groups\": {}}", "(4): $.groups:", "must be an array")]
    [TestCase(Head + "\"posts\": [\n{\"hash\": \"00\"}]}", "(5): $.posts[0]:", "lacks 'poster'")]
    [TestCase(Head + "\"chain\": {\"height\": -1}}", "(4): $.chain.height:", "not negative")]
    public void A_file_with_malformed_content_is_refused(string json, string place, string reason) =>
        ErrorLine(json).Should().StartWith("bad.json" + place).And.Contain(reason);

    [TestCase("\"groups\": [\n{\"type\": \"Incident\", \"name\": \"a\"},\n{\"type\": \"Incident\", \"name\": \"b\", \"owner\": \"Nobody\"}]", "(6): $.groups[1]:", "unknown owner \"Nobody\"")]
    [TestCase("\"groups\": [\n{\"id\": 5, \"type\": \"Incident\", \"name\": \"a\"},\n\n{\"id\": 5, \"type\": \"Threat\", \"name\": \"b\"}]", "(7): $.groups[1]:", "the id 5")]
    [TestCase("\"groups\": [\n{\"type\": \"Incidents of note\", \"name\": \"a\"}]", "(5): $.groups[0]:", "allowed are Adversary")]
    [TestCase("\"indicators\": [\n{\"type\": \"Host\", \"summary\": \"nodots\"}]", "(5): $.indicators[0]:", "nodots")]
    [TestCase("\"indicators\": [\n{\"type\": \"Host\", \"summary\": \"a.example\", \"groups\": [99]}]", "(5): $.indicators[0]:", "99")]
    [TestCase("\"entities\": [\n{\"type\": \"ip\", \"@timestamp\": \"2023-01-01T00:00:00Z\"}]", "(5): $.entities[0]:", "ip")]
    [TestCase("\"profiles\": [\n{\"publicKey\": \"nonsense\", \"username\": \"a\"}]", "(5): $.profiles[0]:", "no public key")]
    [TestCase("\"credentials\": {\"threatConnect\": [\n{\"accessId\": \"1\", \"secretKey\": \"s\", \"owner\": \"Example Org\"},\n{\"accessId\": \"1\", \"secretKey\": \"t\", \"owner\": \"Example Org\"}]},\n\"owners\": [{\"name\": \"Example Org\"}]", "(6): $.credentials.threatConnect[1]:", "another user")]
    [TestCase("\"credentials\": {\"threatWinds\": [\n{\"alias\": \"a\"},\n{\"alias\": \"a\"}]}", "(6): $.credentials.threatWinds[1]:",
        "used twice")]
    public void A_row_with_invalid_content_is_refused(string rows, string place, string reason) =>
        ErrorLine(Head + rows + "}").Should().StartWith("bad.json" + place).And.Contain(reason);

    [Test]
    public void A_byte_order_mark_does_not_move_lines()
    {
        var line = ErrorLine("\uFEFF" + Head + "\"groups\": [\n{\"type\": \"Incident\", \"name\": \"b\", \"owner\": \"Nobody\"}]}");

        line.Should().StartWith("bad.json(5): $.groups[0]:");
    }

    [Test]
    public void A_missing_file_is_named_with_the_available_datasets()
    {
        var load = () => Datasets.Load("/nowhere/at-all.json");

        load.Should().Throw<DatasetError>().Which.Message.Should().StartWith("/nowhere/at-all.json: cannot be read").And.Contain("docs")
            .And.Contain("demo").And.NotContain("\n");
    }

    [Test]
    public void Comments_trailing_commas_and_the_schema_member_are_accepted()
    {
        var path = Write(Head + "// why\n\"$schema\": \"dataset.schema.json\",\n\"owners\": [{\"name\": \"Example Org\"},],\n}");

        Datasets.Load(path).Graph.Nodes<Emulation.Graphs.ThreatConnect.Owner>().Select(owner => owner.Name).Should().Contain("Example Org");
    }

    /// <summary>The error line without the file's folder.</summary>
    private static string ErrorLine(string json)
    {
        var path = Write(json);
        var load = () => Datasets.Load(path);
        var message = load.Should().Throw<DatasetError>().Which.Message;
        message.Should().NotContainAny("\n", "\r").And.NotContain("System.");
        return message.Replace(path, "bad.json", StringComparison.Ordinal);
    }

    private static string Write(string json)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"dataset-{TestContext.CurrentContext.Test.ID}.json");
        File.WriteAllText(path, json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }
}
