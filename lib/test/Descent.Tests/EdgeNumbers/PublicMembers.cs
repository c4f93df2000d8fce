using System.Reflection;
using System.Runtime.CompilerServices;

namespace Descent.Tests.EdgeNumbers;

/// <summary>Every public method, constructor, operator and property of Descent that computes something, by a name such as <c>Tensor.Sum(Int32, Boolean)</c>.</summary>
internal static class PublicMembers
{
    public static IReadOnlyDictionary<string, MethodBase> All { get; } = typeof(Tensor).Assembly.GetExportedTypes()
        .Where(type => !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type))
        .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).OfType<MethodBase>())
        .Where(Computes)
        .ToDictionary(NameOf);

    public static string NameOf(MethodBase member) =>
        $"{member.DeclaringType!.Name}{(member.IsConstructor ? "" : ".")}{(member.IsConstructor ? "" : member.Name)}({string.Join(", ", member.GetParameters().Select(parameter => Short(parameter.ParameterType)))})";

    // What a record or a property makes by itself only carries what it was given.
    private static bool Computes(MethodBase member) =>
        !member.IsDefined(typeof(CompilerGeneratedAttribute)) && !(member is ConstructorInfo && IsRecord(member.DeclaringType!)) && member.DeclaringType != typeof(object);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    private static string Short(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Short))}>"
        : type.Name;
}
