[assembly: AssemblyFixture(typeof(Descent.Notebooks.Tests.RegisteredCourse))]

namespace Descent.Notebooks.Tests;

/// <summary>Formatters belong to the process, so they are registered once for all tests; twice, to show that this is harmless.</summary>
public sealed class RegisteredCourse
{
    public RegisteredCourse()
    {
        Course.Register();
        Course.Register();
    }
}
