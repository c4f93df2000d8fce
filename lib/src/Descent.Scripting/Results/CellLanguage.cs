namespace Descent.Scripting;

/// <summary>What a cell, or a part of it, is written in.</summary>
public enum CellLanguage
{
    /// <summary>C#, which is compiled and run.</summary>
    CSharp,

    /// <summary>HTML, which is shown.</summary>
    Html,

    /// <summary>Markdown, which is shown as the HTML that it stands for.</summary>
    Markdown,

    /// <summary>JavaScript, which the front end runs, if it runs any.</summary>
    JavaScript,
}
