using Emulation.Http;

namespace Emulation.Control;

/// <summary>The sample request of an API as a curl command, for the landing page and for the notice at start.</summary>
static class SampleCommand
{
    public static string Curl(string origin, Sample sample) =>
        $"curl -s '{origin}{sample.Target}'" + string.Concat(sample.Headers.Select(header => $" -H '{header.Key}: {header.Value}'"));
}
