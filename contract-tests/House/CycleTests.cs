namespace Emulation.Tests.House;

/// <summary>No file of an API depends on itself by way of others.</summary>
class CycleTests
{
    [TestCase("ThreatConnect")]
    [TestCase("Deso")]
    [TestCase("ThreatWinds")]
    public void An_api_has_no_cycle_between_its_files(string api)
    {
        var cycles = TypeGraph.Cycles(type => TypeGraph.IsIn(type, $"Emulation.Apis.{api}"));

        cycles.Select(cycle => $"{cycle.Count}: {string.Join(", ", cycle)}").Should().BeEmpty();
    }

    [Test]
    public void The_reader_sees_references_in_lambdas_and_method_bodies()
    {
        var references = TypeGraph.References["Emulation.ApiList"];

        references.Should().Contain("Emulation.Control.ControlApi");
    }
}
