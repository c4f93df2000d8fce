namespace Descent.Jupyter;

/// <summary>What a kernel tells front ends about itself and its language.</summary>
/// <param name="Implementation">The kernel's name.</param>
/// <param name="Version">The kernel's version.</param>
/// <param name="Banner">What consoles show on top.</param>
/// <param name="Language">The language.</param>
public sealed record KernelDescription(string Implementation, string Version, string Banner, LanguageDescription Language);

/// <summary>What editors need to know about a language.</summary>
/// <param name="Name">Its name, as notebooks record it.</param>
/// <param name="Version">Its version.</param>
/// <param name="MimeType">The mime type of its source files, which CodeMirror highlights by.</param>
/// <param name="FileExtension">The extension of its source files, with the dot.</param>
/// <param name="PygmentsLexer">Its name in the highlighter that nbconvert uses.</param>
public sealed record LanguageDescription(string Name, string Version, string MimeType, string FileExtension, string PygmentsLexer);
