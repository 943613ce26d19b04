using Emulation.Graphs;
using FsCheck;
using FsCheck.Fluent;

namespace Emulation.Tests.Graphs;

/// <summary>The sort gives what the framework's sort gives, with each value next to its key.</summary>
class BTreeSortTests
{
    [Test]
    public void Any_keys_are_sorted_and_each_value_stays_with_its_key() =>
        Prop.ForAll(ArbMap.Default.ArbFor<long[]>(), numbers => ShouldSort(numbers)).QuickCheckThrowOnFailure();

    [Test]
    public void Long_and_adversarial_inputs_are_sorted([Values(17, 1000, 20_000)] int count)
    {
        ShouldSort([.. Enumerable.Range(0, count).Select(number => (long)number)]);
        ShouldSort([.. Enumerable.Range(0, count).Select(number => (long)-number)]);
        ShouldSort([.. Enumerable.Range(0, count).Select(number => number % 3L)]);
        ShouldSort([.. Enumerable.Range(0, count).Select(number => number < count / 2 ? number : (long)(count - number))]);
        ShouldSort([.. Enumerable.Range(0, count).Select(number => number * 7919L % 10_007)]);
        ShouldSort(MadeToBeSlow(count));
    }

    [Test]
    public void Entries_outside_the_range_are_not_moved()
    {
        IdKey[] keys = [new(0, 9), new(0, 3), new(0, 1), new(0, 0)];
        int[] values = [9, 3, 1, 0];

        BTree<IdKey, int>.Sort(keys, values, 1, 2);

        values.Should().Equal(9, 1, 3, 0);
        keys.Select(key => key.Id).Should().Equal(9, 1, 3, 0);
    }

    private static void ShouldSort(long[] numbers)
    {
        var keys = Array.ConvertAll(numbers, number => new IdKey(0, number));
        var values = Enumerable.Range(0, numbers.Length).ToArray();

        BTree<IdKey, int>.Sort(keys, values, 0, keys.Length);

        keys.Select(key => key.Id).Should().Equal(numbers.Order());
        values.Select(value => numbers[value]).Should().Equal(numbers.Order());
        values.Should().OnlyHaveUniqueItems();
    }

    /// <summary>Each middle is among the least: the worst case of a median of three.</summary>
    private static long[] MadeToBeSlow(int count)
    {
        var numbers = new long[count];
        var half = count / 2;
        for (var i = 0; i < half; i++) (numbers[i], numbers[half + i]) = (i % 2 == 0 ? i + 1 : half + i + (half % 2), 2 * (i + 1));
        return numbers;
    }
}
