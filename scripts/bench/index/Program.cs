using System.Collections.Immutable;
using Emulation.Bench;
using Emulation.Graphs;

const int Size = 1_000_000;
const int Repeats = 9;
const int Page = 100;

var chance = new Random(1);
var keys = new Key[Size];
for (var i = 0; i < Size; i++) keys[i] = new(chance.NextInt64(), i);
Array.Sort(keys);
var values = new int[Size];
for (var i = 0; i < Size; i++) values[i] = i;
var pairs = keys.Select((key, i) => KeyValuePair.Create(key, i)).ToArray();
var items = values.Select(i => (object)i).ToArray();
var asked = new Key[200_000];
for (var i = 0; i < asked.Length; i++) asked[i] = keys[chance.Next(Size)];
var added = new Key[100_000];
for (var i = 0; i < added.Length; i++) added[i] = new(chance.NextInt64(), Size + i);
var last = new Key[100_000];
for (var i = 0; i < last.Length; i++) last[i] = new(long.MaxValue, i);
var page = new Key[Page];

BTree<Key, int> BuildTree() => BTree<Key, int>.FromSorted(keys, values);
ImmutableSortedSet<Key> BuildSet() => ImmutableSortedSet.Create(keys);
ImmutableSortedDictionary<Key, int> BuildMap() => ImmutableSortedDictionary.CreateRange(pairs);
Table<object> BuildTable()
{
    var builder = Table<object>.Empty.ToBuilder();
    for (var id = 1; id <= Size; id++) builder.Set(id, items[id - 1]);
    return builder.ToImmutable();
}

var tree = BuildTree();
var set = BuildSet();
var map = BuildMap();
var table = BuildTable();

var rows = new List<Row>
{
    new("built from sorted", "ms", 1e-6, 1,
        () => BuildTree().Count, () => BuildSet().Count, () => BuildMap().Count, () => BuildTable().Count),
    new($"page of {Page} at the end, copied", "µs", 1e-3, 10_000,
        () => Each(10_000, i => PageOfTree(Size - Page - (i & 15))),
        () => Each(10_000, i => PageOfSet(Size - Page - (i & 15))), null, null),
    new($"page of {Page} anywhere, copied", "µs", 1e-3, 10_000,
        () => Each(10_000, i => PageOfTree(i * 97)), () => Each(10_000, i => PageOfSet(i * 97)), null, null),
    new($"page of {Page} downwards, copied", "µs", 1e-3, 10_000,
        () => Each(10_000, i => PageDown(i & 15)), null, null, null),
    new("first entry of that page", "ns", 1, 10_000,
        () => Each(10_000, i => tree.At(Size - Page - (i & 15)).Value),
        () => Each(10_000, i => (int)set[Size - Page - (i & 15)].Low), null, null),
    new("get, random", "ns", 1, asked.Length,
        () => Each(asked.Length, i => tree.TryGet(asked[i], out var found) ? found : 0),
        () => Each(asked.Length, i => set.TryGetValue(asked[i], out var found) ? (int)found.Low : 0),
        () => Each(asked.Length, i => map.TryGetValue(asked[i], out var found) ? found : 0),
        () => Each(asked.Length, i => table.Get((int)asked[i].Low + 1) is null ? 0 : 1)),
    new("get, in order", "ns", 1, asked.Length,
        () => Each(asked.Length, i => tree.TryGet(keys[i], out var found) ? found : 0),
        () => Each(asked.Length, i => set.TryGetValue(keys[i], out var found) ? (int)found.Low : 0),
        () => Each(asked.Length, i => map.TryGetValue(keys[i], out var found) ? found : 0),
        () => Each(asked.Length, i => table.Get(i + 1) is null ? 0 : 1)),
    new("rank", "ns", 1, asked.Length,
        () => Each(asked.Length, i => tree.Rank(asked[i])), () => Each(asked.Length, i => set.IndexOf(asked[i])), null, null),
    new("insert, random", "ns", 1, added.Length,
        () => added.Aggregate(tree, (grown, key) => grown.Set(key, 1)).Count,
        () => added.Aggregate(set, (grown, key) => grown.Add(key)).Count,
        () => added.Aggregate(map, (grown, key) => grown.SetItem(key, 1)).Count,
        null),
    new("insert at the end", "ns", 1, last.Length,
        () => last.Aggregate(tree, (grown, key) => grown.Set(key, 1)).Count,
        () => last.Aggregate(set, (grown, key) => grown.Add(key)).Count,
        () => last.Aggregate(map, (grown, key) => grown.SetItem(key, 1)).Count,
        () => last.Aggregate(table, (grown, key) => grown.Set(Size + 1 + (int)key.Low, items[0])).Count),
    new("insert by builder, random", "ns", 1, added.Length,
        () => Built(tree.ToBuilder(), added), () => Added(set.ToBuilder(), added), () => Mapped(map.ToBuilder(), added), null),
    new("remove, random", "ns", 1, asked.Length / 2,
        () => asked.Take(asked.Length / 2).Aggregate(tree, (left, key) => left.Remove(key)).Count,
        () => asked.Take(asked.Length / 2).Aggregate(set, (left, key) => left.Remove(key)).Count,
        () => asked.Take(asked.Length / 2).Aggregate(map, (left, key) => left.Remove(key)).Count,
        null),
};

for (var repeat = -1; repeat < Repeats; repeat++)
{
    foreach (var row in rows) row.Measure(keep: repeat >= 0);
}

Console.WriteLine($"{Size:N0} entries, {Environment.Version}, median of {Repeats} interleaved runs\n");
Console.WriteLine("| what | unit | BTree | ImmutableSortedSet | ImmutableSortedDictionary | Table |");
Console.WriteLine("|---|---|---:|---:|---:|---:|");
foreach (var row in rows) Console.WriteLine(row);
Console.WriteLine($"| memory, from sorted | bytes an entry | {Weight(BuildTree):N1} | {Weight(BuildSet):N1} | {Weight(BuildMap):N1} | {Weight(BuildTable):N1} |");
Console.WriteLine($"| memory, inserted one by one at random | bytes an entry | {Weight(Shuffled):N1} | | | |");
Console.WriteLine($"| memory, inserted one by one in order | bytes an entry | {Weight(InOrder):N1} | | | |");
Console.WriteLine($"| allocated by one random insert | bytes | {Garbage(() => tree.Set(added[7], 1)):N0} | {Garbage(() => set.Add(added[7])):N0} | {Garbage(() => map.SetItem(added[7], 1)):N0} | {Garbage(() => table.Set(7, items[0])):N0} |");

int PageOfTree(int start)
{
    var at = 0;
    foreach (var (key, _) in tree.Slice(start, Page)) page[at++] = key;
    return at;
}

int PageDown(int start)
{
    var at = 0;
    foreach (var (key, _) in tree.SliceDescending(start, Page)) page[at++] = key;
    return at;
}

int PageOfSet(int start)
{
    for (var i = 0; i < Page; i++) page[i] = set[start + i];
    return Page;
}

BTree<Key, int> Shuffled()
{
    var order = Enumerable.Range(0, Size).ToArray();
    new Random(2).Shuffle(order);
    return order.Aggregate(BTree<Key, int>.Empty, (grown, i) => grown.Set(keys[i], i));
}

BTree<Key, int> InOrder() => values.Aggregate(BTree<Key, int>.Empty, (grown, i) => grown.Set(keys[i], i));

static int Built(BTree<Key, int>.Builder builder, Key[] keys)
{
    foreach (var key in keys) builder.Set(key, 1);
    return builder.ToImmutable().Count;
}

static int Added(ImmutableSortedSet<Key>.Builder builder, Key[] keys)
{
    foreach (var key in keys) builder.Add(key);
    return builder.ToImmutable().Count;
}

static int Mapped(ImmutableSortedDictionary<Key, int>.Builder builder, Key[] keys)
{
    foreach (var key in keys) builder[key] = 1;
    return builder.ToImmutable().Count;
}

static int Each(int times, Func<int, int> act)
{
    var sum = 0;
    for (var i = 0; i < times; i++) sum += act(i);
    return sum;
}

static double Weight<T>(Func<T> build) where T : class
{
    var before = GC.GetTotalMemory(forceFullCollection: true);
    var built = build();
    var after = GC.GetTotalMemory(forceFullCollection: true);
    GC.KeepAlive(built);
    return (after - before) / (double)Size;
}

static long Garbage(Func<object> act)
{
    GC.KeepAlive(act());
    var before = GC.GetAllocatedBytesForCurrentThread();
    GC.KeepAlive(act());
    return GC.GetAllocatedBytesForCurrentThread() - before;
}
