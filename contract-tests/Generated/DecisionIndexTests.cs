using System.Text;
using Emulation.Tests.House;

namespace Emulation.Tests.Generated;

/// <summary>The index of the decision files.</summary>
class DecisionIndexTests
{
    [Test]
    public void The_index_lists_every_decision_by_its_title()
    {
        var text = new StringBuilder("# Decisions\n\nOne decision a file: date, choice, reason, figure.\n\n");
        foreach (var (name, content) in Repository.Files("emulator/decisions", "*.md").Where(
            file => !file.Name.EndsWith("README.md", StringComparison.Ordinal)))
            text.Append($"- [{content.Split('\n')[0].TrimStart('#', ' ')}]({Path.GetFileName(name)})\n");

        GeneratedText.CompareFile("emulator/decisions/README.md", text.ToString());
    }
}
