using Descent.Cli.Kernel;

namespace Descent.Cli.Tests.Kernel;

public sealed class JupyterFoldersTests
{
    [Fact]
    public void On_Linux_a_user_s_kernels_are_below_the_data_folder()
    {
        Assert.Equal("/home/ada/.local/share/jupyter/kernels", Find(PlatformID.Unix).User);
        Assert.Equal("/data/jupyter/kernels", Find(PlatformID.Unix, ("XDG_DATA_HOME", "/data")).User);
    }

    [Fact]
    public void On_macOS_they_are_in_the_Library() =>
        Assert.Equal("/home/ada/Library/Jupyter/kernels", Find(PlatformID.MacOSX).User);

    [Fact]
    public void On_Windows_they_are_in_the_roaming_profile() =>
        Assert.Equal(Path.Combine("roaming", "jupyter", "kernels"), Find(PlatformID.Win32NT, ("APPDATA", "roaming")).User);

    [Fact]
    public void Jupyter_s_own_variables_come_first()
    {
        Assert.Equal("/own/kernels", Find(PlatformID.Unix, ("JUPYTER_DATA_DIR", "/own")).User);
        var path = string.Join(Path.PathSeparator, "/first", "/second");
        var folders = Find(PlatformID.Unix, ("JUPYTER_PATH", path), ("JUPYTER_DATA_DIR", "/own"));
        Assert.Equal("/first/kernels", folders.User);
        Assert.Equal(
            ["/first/kernels", "/second/kernels", "/own/kernels", "/home/ada/.local/share/jupyter/kernels", "/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels"],
            folders.Searched);
    }

    private static JupyterFolders Find(PlatformID system, params (string Name, string Value)[] variables) =>
        JupyterFolders.Find(name => variables.FirstOrDefault(variable => variable.Name == name).Value, "/home/ada", system);
}
