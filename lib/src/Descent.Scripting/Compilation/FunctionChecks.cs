using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using Descent.Scripting.Cells;
using Mono.Cecil;
using Mono.Cecil.Cil;
using MethodInfo = System.Reflection.MethodInfo;
using PortableExecutable = System.Reflection.Metadata.PEReaderExtensions;

namespace Descent.Scripting.Compilation;

/// <summary>
/// Puts a check at the start of every function of a compiled cell, so that recursion without an end, and a library that calls a function
/// without one, stop by an ordinary exception: <see cref="Interruption.CheckCall"/> where the function calls something itself, else
/// <see cref="Interruption.Check"/>. Those that catch are given <see cref="CatchChecks"/> as well.
/// </summary>
/// <remarks>
/// Compiled, a lambda that is only an expression and a clause of a query are functions like all others, and an expression tree is none;
/// typed, all three look the same. Nothing is bound anew, so that every cell goes on to mean what the compiler has understood.
/// </remarks>
internal static class FunctionChecks
{
    // Those that set the cell up and start it, and those of its state machine.
    private const int FunctionsOfEveryCell = 5;

    private static readonly MethodInfo Check = typeof(Interruption).GetMethod(nameof(Interruption.Check))!;
    private static readonly MethodInfo CheckCall = typeof(Interruption).GetMethod(nameof(Interruption.CheckCall))!;

    public static SubmissionImage AddTo(SubmissionImage image) => IsNeeded(image.Assembly) ? Rewrite(image) : image;

    private static bool IsNeeded(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        var cell = PortableExecutable.GetMetadataReader(file);
        return cell.MethodDefinitions.Count > FunctionsOfEveryCell || TaskFailureNotes.AreNeeded(cell);
    }

    // Apart, so that a cell without functions does not load what reads them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SubmissionImage Rewrite(SubmissionImage image)
    {
        using var module = ModuleDefinition.ReadModule(
            new MemoryStream(image.Assembly),
            new ReaderParameters
            {
                ReadSymbols = true,
                SymbolStream = new MemoryStream(image.Symbols),
                SymbolReaderProvider = new PortablePdbReaderProvider(),
            });
        var check = module.ImportReference(Check);
        var checkCall = module.ImportReference(CheckCall);
        var starts = FirstLinesOfStateMachines(module);
        foreach (var function in module.GetTypes().Where(type => !IsStateMachine(type)).SelectMany(type => type.Methods))
        {
            if (!function.HasBody || IsSpared(function))
                continue;
            CatchChecks.AddTo(function);
            if (CallsSomething(function))
                Start(function, checkCall, starts.GetValueOrDefault(function));
            else if (!IsGenerated(function))
                Start(function, check, starts.GetValueOrDefault(function));
        }

        TaskFailureNotes.AddTo(module);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        module.Write(assembly, new WriterParameters { WriteSymbols = true, SymbolStream = symbols, SymbolWriterProvider = new PortablePdbWriterProvider() });
        return new SubmissionImage(assembly.ToArray(), symbols.ToArray());
    }

    private static void Start(MethodDefinition function, MethodReference check, SequencePoint? line)
    {
        var call = Instruction.Create(OpCodes.Call, check);
        function.Body.Instructions.Insert(0, call);
        // Its line is that on which the function begins.
        var points = function.DebugInformation.SequencePoints;
        if ((points.FirstOrDefault(point => !point.IsHidden) ?? line) is { } first)
            points.Insert(0, At(call, first));
    }

    private static SequencePoint At(Instruction instruction, SequencePoint place) => new(instruction, place.Document)
    {
        StartLine = place.StartLine,
        StartColumn = place.StartColumn,
        EndLine = place.EndLine,
        EndColumn = place.EndColumn,
    };

    // An asynchronous function and an iterator are checked where they are called. An exception at the start of a step would meet nobody
    // who expects it.
    private static bool IsStateMachine(TypeDefinition type) => type.Name[0] == '<' && type.Name.Contains(">d__", StringComparison.Ordinal);

    // A finalizer must not throw, a static constructor only once; what sets a cell up does not end by itself.
    private static bool IsSpared(MethodDefinition function) =>
        function.Name is ".cctor" or "Finalize" or "<Factory>" or "<Initialize>";

    private static bool CallsSomething(MethodDefinition function) => function.Body.Instructions.Any(instruction =>
        instruction.OpCode.FlowControl == FlowControl.Call && !(instruction.Operand is MethodReference called && CallsNothingBack(called)));

    // The beginning of every object, the check of a loop, and what the framework calculates from numbers alone, such as a square root.
    private static bool CallsNothingBack(MethodReference called) =>
        called is { Name: ".ctor", DeclaringType.FullName: "System.Object" }
        || called.DeclaringType.FullName == typeof(Interruption).FullName
        || (called is { HasThis: false, IsGenericInstance: false, DeclaringType: { IsGenericInstance: false, Scope: AssemblyNameReference { Name: "System.Private.CoreLib" } } }
            && called.Parameters.All(parameter => parameter.ParameterType.IsPrimitive));

    // Such as the accessors of a property that is only kept.
    private static bool IsGenerated(MethodDefinition function) =>
        function.IsConstructor || function.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(CompilerGeneratedAttribute));

    private static Dictionary<MethodDefinition, SequencePoint> FirstLinesOfStateMachines(ModuleDefinition module) => module.GetTypes()
        .Where(IsStateMachine)
        .SelectMany(type => type.Methods)
        .Where(step => step.DebugInformation.StateMachineKickOffMethod is not null)
        .ToDictionary(
            step => step.DebugInformation.StateMachineKickOffMethod,
            step => step.DebugInformation.SequencePoints.FirstOrDefault(point => !point.IsHidden)!);
}
