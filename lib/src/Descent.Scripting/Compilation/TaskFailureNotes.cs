using Descent.Scripting.Cells;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using MetadataReader = System.Reflection.Metadata.MetadataReader;

namespace Descent.Scripting.Compilation;

/// <summary>Has a compiled cell tell <see cref="TaskFailure"/> of every exception that it puts into a task, so that a lost one finds its cell.</summary>
internal static class TaskFailureNotes
{
    private static readonly HashSet<string> Names =
        [nameof(TaskCompletionSource.SetException), nameof(TaskCompletionSource.TrySetException), nameof(Task.FromException)];

    /// <summary>Whether a cell speaks of such tasks at all. What the compiler calls for an asynchronous function has names of its own.</summary>
    public static bool AreNeeded(MetadataReader cell) =>
        cell.TypeReferences.Any(type => cell.GetString(cell.GetTypeReference(type).Name).StartsWith(nameof(TaskCompletionSource), StringComparison.Ordinal))
        || cell.MemberReferences.Any(member => cell.GetString(cell.GetMemberReference(member).Name) == nameof(Task.FromException));

    public static void AddTo(ModuleDefinition cell)
    {
        var note = cell.ImportReference(typeof(TaskFailure).GetMethod(nameof(TaskFailure.Note)));
        foreach (var function in cell.GetTypes().SelectMany(type => type.Methods).Where(function => function.HasBody))
        {
            var calls = function.Body.Instructions.Where(PutsIntoTask).ToList();
            if (calls.Count == 0)
                continue;
            // Short jumps might no longer reach as far as they have to.
            function.Body.SimplifyMacros();
            foreach (var call in calls)
                NoteBefore(call, note, function.Body);
            function.Body.OptimizeMacros();
        }
    }

    private static bool PutsIntoTask(Instruction instruction) =>
        instruction.Operand is MethodReference { Parameters: [{ ParameterType.IsValueType: false, ParameterType.IsByReference: false }] } called
        && Names.Contains(called.Name)
        && called.DeclaringType.Namespace == typeof(Task).Namespace;

    // The call itself becomes what comes first, since a jump may lead to it.
    private static void NoteBefore(Instruction call, MethodReference note, MethodBody function)
    {
        var place = function.Instructions.IndexOf(call);
        function.Instructions.Insert(place + 1, Instruction.Create(OpCodes.Call, note));
        function.Instructions.Insert(place + 2, Instruction.Create(call.OpCode, (MethodReference)call.Operand));
        (call.OpCode, call.Operand) = (OpCodes.Dup, null);
    }
}
