using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding;

namespace Emulation.Tests.Graphs.ThreatWinds;

/// <summary>Generated entities could have been reported.</summary>
class DemoEntitiesTests
{
    [Test]
    public void Every_entity_of_demo_has_a_value_in_its_normal_form_and_the_id_of_it()
    {
        var graph = Datasets.Generated(DemoSize.Default, 1).Graph;
        var wrong = new List<string>();
        foreach (var entity in EntityTypes.All.SelectMany(type =>
            graph.Between(Entity.ByType, NewestEntity.First(type.Name), NewestEntity.Last(type.Name)).All()).Cast<Entity>())
        {
            foreach (var attribute in entity.Attributes)
            {
                var type = EntityTypes.Find(attribute.Name)!;
                var normal = Normal.Of(type.Data, attribute.Text);
                if (normal.Fault is not null || normal.Text != attribute.Text || normal.IsNumber != attribute.IsNumber) wrong.Add(
                    $"{attribute.Name} '{attribute.Text}': {normal.Fault ?? normal.Text}");
            }
            if (entity.NaturalId is null && entity.Id != Ids.OfEntity(entity.Type, entity.Value.Text)) wrong.Add(
                $"{entity.Id} is not the id of '{entity.Value.Text}'");
        }

        foreach (var line in wrong.DistinctBy(line => line.Split(' ')[0], StringComparer.Ordinal)) TestContext.Out.WriteLine(line);
        wrong.Should().BeEmpty();
    }
}
