namespace Emulation.Tests;

public class HouseTests
{
    [Test]
    public void It_builds() => 1.Should().Be(1);
}
