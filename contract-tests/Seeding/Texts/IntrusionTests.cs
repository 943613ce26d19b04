using Emulation.Seeding.Demo.Texts;

namespace Emulation.Tests.Seeding.Texts;

/// <summary>Techniques fit what happened, and steps follow each other.</summary>
class IntrusionTests
{
    [Test]
    public void Ids_have_the_form_of_ATTACK_and_occur_once()
    {
        Techniques.All.Select(technique => technique.Id).Should().OnlyHaveUniqueItems();
        foreach (var technique in Techniques.All) technique.Id.Should().MatchRegex(@"^T\d{4}(\.\d{3})?$");
        foreach (var tactic in Enum.GetValues<Tactic>()) Tactics.Id(tactic).Should().MatchRegex(@"^TA00\d\d$");
    }

    [Test]
    public void An_intrusion_begins_with_access_and_goes_through_its_phases()
    {
        foreach (var story in Facts.All)
        {
            var tactics = story.Steps.Select(step => step.Technique.Tactic).ToList();

            tactics[..3].Should().Equal(Tactic.InitialAccess, Tactic.Execution, Tactic.Persistence);
            tactics.Should().Contain(Tactic.CommandAndControl);
            if (tactics.Contains(Tactic.Impact)) tactics[^1].Should().Be(Tactic.Impact);
        }
    }

    [Test]
    public void Steps_are_in_order_and_within_the_story()
    {
        foreach (var story in Facts.All)
        {
            story.Steps.Select(step => step.At).Should().BeInAscendingOrder();
            story.Steps[0].At.Should().BeGreaterThanOrEqualTo(story.Begin);
            story.Steps[^1].At.Should().BeLessThanOrEqualTo(story.Written);
        }
    }

    [Test]
    public void What_the_actor_wants_is_what_happens()
    {
        foreach (var story in Facts.All)
        {
            var ids = story.Steps.Select(step => step.Technique.Id).ToList();
            if (story.Kind.Word == "Locker") ids.Should().Contain("T1486");
            if (story.Aim == Aim.ResourceTheft) ids.Should().Contain("T1496");
            if (story.Aim == Aim.Fraud) ids.Should().Contain("T1657");
            if (story.Aim == Aim.Espionage)
                story.Steps.Should().Contain(step => step.Technique.Tactic == Tactic.Exfiltration)
                    .And.NotContain(step => step.Technique.Tactic == Tactic.Impact);
        }
    }

    [Test]
    public void A_write_up_names_each_step_with_its_technique_and_day()
    {
        foreach (var story in Facts.All)
        {
            var random = Facts.Random(1);

            var text = IncidentTexts.WriteUp(story, ref random);

            foreach (var step in story.Steps)
                text.Should().Contain($"{Tactics.Name(step.Technique.Tactic)} ({step.Technique.Id}), {StoryFacts.Date(step.At)}: ");
        }
    }
}
