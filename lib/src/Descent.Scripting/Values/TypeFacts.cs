using System.Collections;
using System.Diagnostics;
using System.Dynamic;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Descent.Scripting.Values;

/// <summary>What a walk has to know of a type. The rules are those of the formatting library, so that values look as in other C# kernels.</summary>
internal sealed class TypeFacts
{
    private static readonly HashSet<Type> Scalars =
        [typeof(decimal), typeof(Guid), typeof(string), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan)];

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public TypeFacts(Type type)
    {
        var isTuple = type.IsGenericType && type.FullName is { } name
            && (name.StartsWith("System.ValueTuple`", StringComparison.Ordinal) || name.StartsWith("System.Tuple`", StringComparison.Ordinal));
        IsFramework = IsOfFramework(type);
        Members = type.IsPrimitive ? [] : [.. type.GetMembers(BindingFlags.Instance | BindingFlags.Public).Where(IsShown)];
        if (isTuple)
            TupleForm = Members.All(member => IsScalarType(TypeOf(member))) ? MembersForm.OneLineTuple : MembersForm.Tuple;
        IsSequence = typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string);
        Enumerable = !IsSequence ? null : Array.Find(type.GetInterfaces(), contract => Is(contract, typeof(IEnumerable<>)));
        IsDictionary = IsSequence && Array.Exists(type.GetInterfaces(), contract => Is(contract, typeof(IDictionary<,>)) || contract == typeof(IDictionary));
        ShowsOnlyElements = IsSequence && (Members.Count == 0 || type.IsArray || type.IsNestedPrivate || typeof(ICollection).IsAssignableFrom(type)
            || Array.Exists(type.GetInterfaces(), contract => Is(contract, typeof(IOrderedEnumerable<>)) || Is(contract, typeof(IDictionary<,>))));
        TextSource = SourceOfText(type, isTuple);
    }

    /// <summary>The public properties and fields, in the order of reflection.</summary>
    public IReadOnlyList<MemberInfo> Members { get; }

    /// <summary>Whether the type comes with the runtime.</summary>
    public bool IsFramework { get; }

    public MembersForm? TupleForm { get; }

    public bool IsSequence { get; }

    /// <summary>The contract by which elements are had with their type, if there is one.</summary>
    public Type? Enumerable { get; }

    public Type ElementType => Enumerable?.GenericTypeArguments[0] ?? typeof(object);

    public bool IsDictionary { get; }

    public bool ShowsOnlyElements { get; }

    public TextSource TextSource { get; }

    public static bool IsScalarType(Type type) =>
        type.IsPrimitive || Scalars.Contains(type) || (Nullable.GetUnderlyingType(type) is { } underlying && IsScalarType(underlying));

    public static Type TypeOf(MemberInfo member) =>
        member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

    /// <summary>The name without namespaces, as C# writes it.</summary>
    public static string NameOf(Type type)
    {
        var mark = type.Name.IndexOf('`', StringComparison.Ordinal);
        return mark < 0
            ? type.Name
            : $"{type.Name[..mark]}<{string.Join(',', type.GetGenericArguments().Select(NameOf))}>{(type.IsArray ? "[]" : "")}";
    }

    private static bool Is(Type contract, Type definition) =>
        contract.IsGenericType && contract.GetGenericTypeDefinition() == definition;

    private static bool IsOfFramework(Type type)
    {
        while (type.HasElementType)
            type = type.GetElementType()!;
        return !type.Assembly.IsDynamic && type.Assembly.Location.StartsWith(FrameworkFolder, StringComparison.Ordinal);
    }

    private static bool IsShown(MemberInfo member) =>
        !member.Name.Contains('<', StringComparison.Ordinal) && member switch
        {
            FieldInfo => true,
            PropertyInfo property => property.CanRead && property.GetIndexParameters().Length == 0
                && property.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never,
            _ => false,
        };

    private static TextSource SourceOfText(Type type, bool isTuple)
    {
        var method = type.GetMethod(nameof(ToString), BindingFlags.Instance | BindingFlags.Public, Type.EmptyTypes);
        if (isTuple || Is(type, typeof(KeyValuePair<,>)) || type == typeof(DictionaryEntry))
            return TextSource.Members;
        if (method is null || method.DeclaringType == typeof(object) || method.DeclaringType == typeof(ValueType) || Is(type, typeof(Lazy<>)))
            return TextSource.Type;
        var isGenerated = method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            || method.DeclaringType!.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
        return isGenerated && !typeof(IDynamicMetaObjectProvider).IsAssignableFrom(type) ? TextSource.Members : TextSource.Itself;
    }
}

/// <summary>Where a type's one-line text comes from.</summary>
internal enum TextSource
{
    /// <summary>From a ToString that somebody wrote.</summary>
    Itself,

    /// <summary>Its ToString says the type's name and no more.</summary>
    Type,

    /// <summary>
    /// Its ToString prints the members and is not to be called: nobody wrote it (records, anonymous types, tuples), so it has no stop check, and
    /// where a value leads back to itself it would use up the stack and end the process.
    /// </summary>
    Members,
}
