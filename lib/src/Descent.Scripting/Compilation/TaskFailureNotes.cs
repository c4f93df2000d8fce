using Descent.Scripting.Cells;
using Mono.Cecil;
using Mono.Cecil.Cil;
using MetadataReader = System.Reflection.Metadata.MetadataReader;

namespace Descent.Scripting.Compilation;

/// <summary>Has a compiled cell tell <see cref="TaskFailure"/> of every exception that it puts into a task, so that a lost one finds its cell.</summary>
internal static class TaskFailureNotes
{
    private static readonly HashSet<string> Names =
        [nameof(TaskCompletionSource.SetException), nameof(TaskCompletionSource.TrySetException), nameof(Task.FromException)];

    public static bool AreNeeded(MetadataReader cell) =>
        cell.MemberReferences.Any(member => Names.Contains(cell.GetString(cell.GetMemberReference(member).Name)));

    public static void AddTo(ModuleDefinition cell)
    {
        var note = cell.ImportReference(typeof(TaskFailure).GetMethod(nameof(TaskFailure.Note)));
        foreach (var function in cell.GetTypes().SelectMany(type => type.Methods).Where(function => function.HasBody))
        {
            foreach (var call in function.Body.Instructions.Where(PutsIntoTask).ToList())
                NoteBefore(call, note, function.Body);
        }
    }

    private static bool PutsIntoTask(Instruction instruction) =>
        instruction.Operand is MethodReference { Parameters: [{ ParameterType.IsValueType: false, ParameterType.IsByReference: false }] } called
        && Names.Contains(called.Name);

    // The call itself becomes what comes first, since a jump may lead to it.
    private static void NoteBefore(Instruction call, MethodReference note, MethodBody function)
    {
        var place = function.Instructions.IndexOf(call);
        function.Instructions.Insert(place + 1, Instruction.Create(OpCodes.Call, note));
        function.Instructions.Insert(place + 2, Instruction.Create(call.OpCode, (MethodReference)call.Operand));
        (call.OpCode, call.Operand) = (OpCodes.Dup, null);
    }
}
