using System.Numerics;

namespace Emulation.Graphs;

sealed partial class BTree<TKey, TValue>
{
    // With fewer keys, partitioning takes longer than insertion sort.
    const int Few = 16;

    /// <summary>
    /// Sorts keys, and with each its value. The framework's sort would be compiled anew at every start for each struct of ours
    /// (see <see cref="ValueList{T}"/>).
    /// </summary>
    internal static void Sort(TKey[] keys, TValue[] values, int start, int count)
    {
        // Introsort: beyond twice the depth of even halves it continues with heapsort, which has no slow order of keys.
        if (count > 1) Sort(keys, values, start, start + count - 1, 2 * (BitOperations.Log2((uint)count) + 1));
    }

    static void Sort(TKey[] keys, TValue[] values, int low, int high, int depth)
    {
        while (high - low >= Few)
        {
            if (depth-- == 0)
            {
                Heap(keys, values, low, high);
                return;
            }
            var middle = Divide(keys, values, low, high);
            Sort(keys, values, middle + 1, high, depth);
            high = middle;
        }
        Insert(keys, values, low, high);
    }

    /// <summary>Hoare's partition around the median of three: no key up to the returned position is greater than a key after it.</summary>
    static int Divide(TKey[] keys, TValue[] values, int low, int high)
    {
        var middle = low + ((high - low) / 2);
        Order(keys, values, low, middle);
        Order(keys, values, low, high);
        Order(keys, values, middle, high);
        var pivot = keys[middle];
        var (left, right) = (low, high);
        while (true)
        {
            while (keys[left].CompareTo(pivot) < 0) left++;
            while (keys[right].CompareTo(pivot) > 0) right--;
            if (left >= right) return right;
            Swap(keys, values, left++, right--);
        }
    }

    static void Insert(TKey[] keys, TValue[] values, int low, int high)
    {
        for (var next = low + 1; next <= high; next++)
        {
            var (key, value) = (keys[next], values[next]);
            var at = next;
            for (; at > low && keys[at - 1].CompareTo(key) > 0; at--) (keys[at], values[at]) = (keys[at - 1], values[at - 1]);
            (keys[at], values[at]) = (key, value);
        }
    }

    static void Heap(TKey[] keys, TValue[] values, int low, int high)
    {
        var count = high - low + 1;
        for (var top = (count / 2) - 1; top >= 0; top--) Sink(keys, values, low, top, count);
        for (var last = count - 1; last > 0; last--)
        {
            Swap(keys, values, low, low + last);
            Sink(keys, values, low, 0, last);
        }
    }

    static void Sink(TKey[] keys, TValue[] values, int low, int top, int count)
    {
        for (var child = (2 * top) + 1; child < count; child = (2 * top) + 1)
        {
            if (child + 1 < count && keys[low + child].CompareTo(keys[low + child + 1]) < 0) child++;
            if (keys[low + top].CompareTo(keys[low + child]) >= 0) return;
            Swap(keys, values, low + top, low + child);
            top = child;
        }
    }

    static void Order(TKey[] keys, TValue[] values, int one, int other)
    {
        if (keys[one].CompareTo(keys[other]) > 0) Swap(keys, values, one, other);
    }

    static void Swap(TKey[] keys, TValue[] values, int one, int other)
    {
        (keys[one], keys[other]) = (keys[other], keys[one]);
        (values[one], values[other]) = (values[other], values[one]);
    }
}
