using System.Runtime.ExceptionServices;

namespace Descent.Scripting.Values;

/// <summary>A value in its forms, and what went wrong in it.</summary>
/// <param name="Bundle">The forms.</param>
/// <param name="HasPart">Whether they show anything of the value.</param>
/// <param name="Failure">The first exception that a sequence in the value threw; to be thrown on once the part has been shown.</param>
internal sealed record ShownForms(DisplayBundle Bundle, bool HasPart, ExceptionDispatchInfo? Failure);
