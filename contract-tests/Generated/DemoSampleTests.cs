using Emulation.Tests.Seeding;

namespace Emulation.Tests.Generated;

/// <summary>Samples of generated data, for people to read.</summary>
class DemoSampleTests
{
    [Test]
    public void The_samples_are_those_of_the_generator() =>
        GeneratedText.CompareFile("fixtures/demo-samples.md", new DemoSamples(Demo.Large).Write());
}
