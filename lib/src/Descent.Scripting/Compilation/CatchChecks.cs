using Descent.Scripting.Cells;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using MethodInfo = System.Reflection.MethodInfo;

namespace Descent.Scripting.Compilation;

/// <summary>
/// Has every <c>catch</c> of a compiled function ask <see cref="Interruption.Caught"/> whether it may catch. A recursion without an end that
/// goes through one is ended by an exception that passes all of them.
/// </summary>
internal static class CatchChecks
{
    private static readonly MethodInfo Caught = typeof(Interruption).GetMethod(nameof(Interruption.Caught))!;

    public static void AddTo(MethodDefinition function)
    {
        if (!function.Body.ExceptionHandlers.Any(Catches))
            return;
        var caught = function.Module.ImportReference(Caught);
        // Short jumps might no longer reach as far as they have to.
        function.Body.SimplifyMacros();
        foreach (var handler in function.Body.ExceptionHandlers.Where(Catches))
        {
            if (handler.HandlerType == ExceptionHandlerType.Filter)
                AskBeforeFilter(handler, caught, function.Body);
            else
                AskInFilter(handler, caught, function.Body);
        }

        function.Body.OptimizeMacros();
    }

    private static bool Catches(ExceptionHandler handler) => handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter;

    // What the compiler has written begins by asking for the type, and nothing is of no type.
    private static void AskBeforeFilter(ExceptionHandler handler, MethodReference caught, MethodBody function)
    {
        var call = Instruction.Create(OpCodes.Call, caught);
        InsertBefore(handler.FilterStart, [call], function);
        handler.FilterStart = call;
    }

    private static void AskInFilter(ExceptionHandler handler, MethodReference caught, MethodBody function)
    {
        var type = handler.CatchType;
        Instruction[] filter =
        [
            Instruction.Create(OpCodes.Call, caught),
            Instruction.Create(OpCodes.Isinst, type),
            Instruction.Create(OpCodes.Ldnull),
            Instruction.Create(OpCodes.Cgt_Un),
            Instruction.Create(OpCodes.Endfilter),
        ];
        // A filter's handler is given an object.
        var cast = Instruction.Create(OpCodes.Unbox_Any, type);
        InsertBefore(handler.HandlerStart, [.. filter, cast], function);
        (handler.HandlerType, handler.FilterStart, handler.HandlerStart, handler.CatchType) = (ExceptionHandlerType.Filter, filter[0], cast, null);
    }

    private static void InsertBefore(Instruction place, IReadOnlyList<Instruction> inserted, MethodBody function)
    {
        var index = function.Instructions.IndexOf(place);
        foreach (var (offset, instruction) in inserted.Index())
            function.Instructions.Insert(index + offset, instruction);
        // What ended there ends before what has come in between.
        foreach (var handler in function.ExceptionHandlers)
        {
            if (handler.TryEnd == place)
                handler.TryEnd = inserted[0];
            if (handler.HandlerEnd == place)
                handler.HandlerEnd = inserted[0];
        }
    }
}
