using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

/// <summary>What goes over the wire for each kind of request, frame by frame, against the files in the folder Approved.</summary>
public sealed class ApprovedFramesTests : IDisposable
{
    private readonly FrontEnd frontEnd = new(route: "proxy");

    public static TheoryData<string> Names => [.. FrameScripts.All.Keys];

    public void Dispose() => frontEnd.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Frames_are_exactly_as_approved(string name) => ApprovedText.AssertSame(name, FrameScripts.All[name](frontEnd));

    [Fact]
    public void Every_approved_file_is_compared() => Assert.Equal(FrameScripts.All.Keys.Order(), ApprovedText.Names.Order());
}
