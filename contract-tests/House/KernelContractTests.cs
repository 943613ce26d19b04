using System.Reflection;

namespace Emulation.Tests.House;

/// <summary>What the kernel declares for the other rooms says its types.</summary>
class KernelContractTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const string Kernel = "Emulation.Http";

    private static IEnumerable<Type> Types => typeof(Emulator).Assembly.GetTypes().Where(IsWritten);

    [Test]
    public void No_contract_of_the_kernel_has_an_object_in_its_signatures()
    {
        var untyped = Types.SelectMany(Signatures).Where(member => member.Types.Any(HasObject));

        untyped.Select(member => member.Name).Should().BeEmpty();
    }

    [Test]
    public void The_check_reads_the_contracts_that_once_had_objects()
    {
        var names = Types.SelectMany(Signatures).Select(member => member.Name).ToList();

        names.Should().Contain(["Route.Policy", "IWorldPart.State", "IWorldPart.Restore", "WorldState.Parts", "Route.PreparedChange"]);
    }

    [TestCase(typeof(object), true)]
    [TestCase(typeof(object[]), true)]
    [TestCase(typeof(IReadOnlyList<object>), true)]
    [TestCase(typeof(Func<string, Task<object>>), true)]
    [TestCase(typeof(Func<string, int>), false)]
    public void An_object_inside_an_array_or_a_generic_type_counts(Type type, bool expected) => HasObject(type).Should().Be(expected);

    private static bool IsWritten(Type type) =>
        (type.Namespace == Kernel || type.Namespace?.StartsWith(Kernel + ".", StringComparison.Ordinal) == true)
        && !type.Name.Contains('<', StringComparison.Ordinal) && !typeof(Delegate).IsAssignableFrom(type);

    private static IEnumerable<(string Name, Type[] Types)> Signatures(Type type)
    {
        foreach (var property in type.GetProperties(Declared)) yield return ($"{type.Name}.{property.Name}", [property.PropertyType]);
        foreach (var field in type.GetFields(Declared)) yield return ($"{type.Name}.{field.Name}", [field.FieldType]);
        foreach (var constructor in type.GetConstructors(Declared)) yield return ($"{type.Name}.{constructor.Name}", TypesOf(constructor));
        foreach (var method in type.GetMethods(Declared))
        {
            // Overrides (Equals of a record) repeat a signature of the framework.
            if (method.GetBaseDefinition().DeclaringType == type && !method.Name.Contains('<', StringComparison.Ordinal))
                yield return ($"{type.Name}.{method.Name}", [method.ReturnType, .. TypesOf(method)]);
        }
    }

    private static Type[] TypesOf(MethodBase method) => [.. method.GetParameters().Select(parameter => parameter.ParameterType)];

    private static bool HasObject(Type type) =>
        type == typeof(object)
        || (type.HasElementType && HasObject(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericArguments().Any(HasObject));
}
