using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Emulation.Seeding;
using Emulation.Seeding.Files;

namespace Emulation.Tests.Seeding;

/// <summary>The reader of built-in datasets reads what the reader of files reads.</summary>
public class BuiltInReaderTests
{
    private static readonly DateTimeOffset s_moment = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Test]
    public void Every_built_in_dataset_reads_alike_both_ways([ValueSource(nameof(BuiltIn))] string name)
    {
        using var stream = typeof(Datasets).Assembly.GetManifestResourceStream($"datasets/{name}.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);

        Text(BuiltInReader.Read(bytes.ToArray())).Should().Be(Text(DatasetReader.Parse($"{name}.json", bytes.ToArray())));
    }

    /// <summary>A member that a row gets later is missing here until <see cref="BuiltInReader"/> reads it.</summary>
    [Test]
    public void Every_member_of_every_row_is_read()
    {
        var whole = (DatasetFile)Filled(typeof(DatasetFile));
        whole.Format = 1;

        Text(BuiltInReader.Read(JsonSerializer.SerializeToUtf8Bytes(whole, DatasetJson.Default.DatasetFile))).Should().Be(Text(whole));
    }

    [Test]
    public void What_a_row_leaves_out_has_the_same_default()
    {
        const string Rows = """
            {"format":1,"name":"x","start":"2024-01-01T00:00:00Z","credentials":{"threatConnect":[{"tokens":[{}]}],"threatWinds":[{"sessions":[{}],"keyPairs":[{}]}]},
             "owners":[{}],"members":[{}],"indicatorTypes":[{"values":[{}]}],"associationTypes":[{}],"attributeTypes":[{}],"tags":[{}],"securityLabels":[{}],
             "groups":[{"attributes":[{}],"assets":[{}]}],"indicators":[{"associations":[{}],"fileOccurrences":[{}],"dnsResolutions":[{}]}],"tasks":[{}],"victims":[{}],
             "deletedIndicators":[{}],"customMetrics":[{}],"batchJobs":[{"errors":[{}]}],"chain":{"height":0},"profiles":[{"publicKey":"","username":"","coinEntry":{},"daoCoinEntry":{}}],
             "posts":[{"hash":"","poster":""}],"userAssociations":[{"transactor":"","type":"","value":""}],"postAssociations":[],
             "derivedKeys":[{"owner":"","derived":"","expirationBlock":0}],"entities":[{}],"entityRelations":[{}],"entityReports":[{}],"entityRelationReports":[{}],"entityComments":[{}]}
            """;
        var bytes = System.Text.Encoding.UTF8.GetBytes(Rows);

        Text(BuiltInReader.Read(bytes)).Should().Be(Text(DatasetReader.Parse("x.json", bytes)));
    }

    private static IEnumerable<string> BuiltIn() => Datasets.Names.Where(name => name != Datasets.Demo);

    private static string Text(DatasetFile file) => JsonSerializer.Serialize(file, DatasetJson.Default.DatasetFile);

    /// <summary>A value of the type that is no default, down to the last member.</summary>
    private static object Filled(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) return "a";
        if (plain == typeof(bool)) return true;
        if (plain == typeof(Guid)) return new Guid("00000000-0000-4000-8000-000000000001");
        if (plain == typeof(DateTimeOffset)) return s_moment;
        if (plain == typeof(JsonElement)) return JsonDocument.Parse("7").RootElement;
        if (plain.IsPrimitive || plain == typeof(decimal)) return Convert.ChangeType(7, plain, CultureInfo.InvariantCulture);
        if (plain.IsGenericType && plain.GetGenericArguments() is [var item])
        {
            var list = Array.CreateInstance(item, 1);
            list.SetValue(Filled(item), 0);
            return list;
        }
        if (plain.IsGenericType && plain.GetGenericArguments() is [var key, var value])
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
            map[Filled(key)] = Filled(value);
            return map;
        }
        var row = Activator.CreateInstance(plain)!;
        foreach (var member in plain.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(member => member.CanWrite)) member.SetValue(row, Filled(member.PropertyType));
        return row;
    }
}
