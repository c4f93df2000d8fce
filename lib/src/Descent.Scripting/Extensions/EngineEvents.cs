using Descent.Scripting.Output;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Extensions;

/// <summary>Passes on what an extension shows through .NET Interactive's library while it is loaded.</summary>
internal sealed class EngineEvents(CellSink sink) : IObserver<object>
{
    public void OnNext(object value)
    {
        var name = value.GetType().Name;
        if (!name.EndsWith("ValueProduced", StringComparison.Ordinal))
            return;
        var forms = ((IReadOnlyCollection<FormattedValue>)((dynamic)value).FormattedValues).ToDictionary(form => form.MimeType, form => form.Value);
        if (name.StartsWith("Displayed", StringComparison.Ordinal))
            sink.Add(new CellOutput.Display(Guid.NewGuid().ToString("N"), new DisplayBundle(forms)));
        else if (name.StartsWith("Standard", StringComparison.Ordinal))
            sink.Write(forms[PlainTextFormatter.MimeType], isError: name.StartsWith("StandardError", StringComparison.Ordinal));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
