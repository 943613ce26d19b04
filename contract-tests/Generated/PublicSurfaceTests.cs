using PublicApiGenerator;

namespace Emulation.Tests.Generated;

/// <summary>What users of the library can name. A change of it is a change of the product: read the difference before it is committed.</summary>
class PublicSurfaceTests
{
    private static readonly ApiGeneratorOptions s_options = new() { IncludeAssemblyAttributes = false };

    [Test]
    public void The_public_surface_is_the_approved_one()
    {
        var surface = typeof(Emulator).Assembly.GeneratePublicApi(s_options).ReplaceLineEndings("\n");

        GeneratedText.CompareFile("contract-tests/Generated/PublicSurface.txt", surface + "\n");
    }

    [Test]
    public void The_public_surface_of_the_package_for_WireMock_Net_is_the_approved_one()
    {
        var surface = typeof(WireMockWorlds).Assembly.GeneratePublicApi(s_options).ReplaceLineEndings("\n");

        GeneratedText.CompareFile("contract-tests/Generated/PublicSurface.WireMock.txt", surface + "\n");
    }

    [Test]
    public void The_program_has_no_public_type_but_the_one_that_the_web_SDK_makes() =>
        typeof(OptionTable).Assembly.GetExportedTypes().Select(type => type.Name).Should().Equal("Program");
}
