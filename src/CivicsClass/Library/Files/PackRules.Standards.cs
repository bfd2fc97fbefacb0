namespace CivicsClass.Library.Files;

internal sealed partial class PackRules
{
    /// <summary>Once a topic explains its standards, it explains all that its questions name.</summary>
    private void Standards(IReadOnlyList<Standard> standards)
    {
        var codes = new HashSet<string>();
        foreach (var (index, standard) in standards.Index())
        {
            var part = PlaceBook.Standard(index);
            if (standard.Code.Length > 0 && !codes.Add(standard.Code))
                Report(part, "code", $"“{standard.Code}” stands here twice. Remove one of the two.");
            foreach (var lesson in standard.Lessons.Where(id => pack.Lessons.All(l => l.Id != id)))
                Report(part, "lessons", $"There is no lesson “{lesson}”. The lessons are: {string.Join(", ", pack.Lessons.Select(l => l.Id))}.");
        }
        if (standards.Count > 0)
            foreach (var (index, item) in pack.Quiz.Index())
                foreach (var code in item.Standards.Where(code => !codes.Contains(code)))
                    Report(PlaceBook.Item(index), "standards", $"The standard “{code}” is not explained. Add it to {StandardsFile.Path}, or remove it here.");
    }
}
