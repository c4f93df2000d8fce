namespace Descent.Scripting.Packages;

/// <summary>Packages could not be restored. The message is meant for the learner.</summary>
internal sealed class PackageRestoreException(IReadOnlyList<PackageComplaint> complaints)
    : Exception(string.Join(Environment.NewLine, complaints.Select(complaint => complaint.Message)))
{
    public IReadOnlyList<PackageComplaint> Complaints => complaints;
}
