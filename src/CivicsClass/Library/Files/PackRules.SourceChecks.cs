using CivicsClass.SourceChecks;
using Humanizer;

namespace CivicsClass.Library.Files;

internal sealed partial class PackRules
{
    private void SourceChecks()
    {
        foreach (var same in pack.SourceChecks.GroupBy(c => c.Id).Where(g => g.Count() > 1))
            Report(PlaceBook.SourceCheck(same.Key), "title", $"Two source checks have the id “{same.Key}”. Rename one of the files.");
        foreach (var check in pack.SourceChecks)
        {
            var ids = new HashSet<string>();
            foreach (var (index, claim) in check.Claims.Index())
            {
                var part = PlaceBook.Claim(check.Id, index);
                if (claim.Id.Length > 0 && !ids.Add(claim.Id))
                    Report(part, "id", $"Two claims have the id “{claim.Id}”. Give each its own.");
                if (check.Paragraphs.Count > 0 && claim.Paragraph > check.Paragraphs.Count)
                    Report(part, "paragraph", $"The article has no paragraph {claim.Paragraph}; it has {"paragraph".ToQuantity(check.Paragraphs.Count)}.");
                foreach (var reference in claim.RestsOn)
                    Reference(part, reference);
            }
        }
    }

    private void Claims(string part, SourceCheckPlan step)
    {
        Once(part, "claims", step.Claims);
        if (pack.FindSourceCheck(step.Check) is not { } check)
            Report(part, "check", $"There is no source check “{step.Check}”. {(pack.SourceChecks.Count == 0 ? "Add it as a file in source-checks/." : $"The source checks are: {string.Join(", ", pack.SourceChecks.Select(c => c.Id))}.")}");
        else if (check.Claims.Count > 0)
            foreach (var id in step.Claims.Distinct().Where(id => check.FindClaim(id) is null))
                Report(part, "claims", $"“{check.Id}” has no claim “{id}”. Its claims are: {string.Join(", ", check.Claims.Select(c => c.Id))}.");
    }
}
