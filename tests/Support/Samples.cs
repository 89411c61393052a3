using System.Collections;
using System.Reflection;

namespace EventOps.Support;

/// <summary>Makes one instance of any record of primitives, records and collections, always the same.</summary>
public static class Samples
{
    private static readonly Dictionary<Type, object> s_simple = new()
    {
        [typeof(string)] = "text",
        [typeof(bool)] = true,
        [typeof(int)] = 7,
        [typeof(long)] = 7L,
        [typeof(decimal)] = 7.5m,
        [typeof(double)] = 7.5,
        [typeof(Guid)] = new Guid("0199d2a4-7c00-7000-8000-000000000001"),
        [typeof(DateTimeOffset)] = new DateTimeOffset(2017, 10, 12, 9, 3, 0, TimeSpan.Zero),
        [typeof(DateTime)] = new DateTime(2017, 10, 12, 9, 3, 0, DateTimeKind.Unspecified),
        [typeof(DateOnly)] = new DateOnly(2017, 10, 12),
        [typeof(TimeOnly)] = new TimeOnly(9, 3),
        [typeof(TimeSpan)] = TimeSpan.FromMinutes(15),
        [typeof(byte[])] = new byte[] { 1, 2, 3 },
    };

    /// <summary>All concrete types below <paramref name="root"/> in its assembly, itself included when it is concrete.</summary>
    public static IReadOnlyList<Type> Concrete(Type root) =>
        [.. root.Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && root.IsAssignableFrom(type))];

    /// <summary>One instance; the longest constructor is filled with samples.</summary>
    public static object Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (s_simple.TryGetValue(type, out var simple)) return simple;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        if (typeof(IEnumerable).IsAssignableFrom(type)) return Collection(type);
        if (type.IsAbstract) return Of(Concrete(type)[0]);
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(candidate => !IsCopy(candidate, type))
            .OrderByDescending(candidate => candidate.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
    }

    private static bool IsCopy(ConstructorInfo constructor, Type type) =>
        constructor.GetParameters() is [var only] && only.ParameterType == type;

    private static object Collection(Type type)
    {
        var arguments = type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments();
        if (arguments.Length == 2)
            return Filled(typeof(Dictionary<,>), arguments, type);
        var list = Array.CreateInstance(arguments[0], 1);
        list.SetValue(Of(arguments[0]), 0);
        if (type.IsInstanceOfType(list)) return list;
        return type.IsInterface
            ? Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(arguments), list)!
            : FromItems(type, list);
    }

    private static object Filled(Type generic, Type[] arguments, Type wanted)
    {
        var map = (IDictionary)Activator.CreateInstance(generic.MakeGenericType(arguments))!;
        map.Add(Of(arguments[0]), Of(arguments[1]));
        return wanted.IsInstanceOfType(map) ? map : FromItems(wanted, map);
    }

    // System.Collections.Immutable and Frozen have no public constructors: their static class has a CreateRange.
    private static object FromItems(Type type, IEnumerable items)
    {
        if (type.Namespace != "System.Collections.Immutable") return Activator.CreateInstance(type, items)!;
        var factory = type.Assembly.GetType(type.FullName![..type.FullName!.IndexOf('`', StringComparison.Ordinal)])!;
        return factory.GetMethods()
            .Single(method => method.Name == "CreateRange" && method.GetParameters() is [{ } only]
                && only.ParameterType.IsGenericType && only.ParameterType.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [items])!;
    }
}
