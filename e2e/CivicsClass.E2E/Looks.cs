using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

public static class Looks
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // In the page itself: axe's own runner opens a second page for each run, for frames that we do not have.
    private const string Findings = """
        async () => {
          const { passes, violations } = await axe.run(document, { resultTypes: ['violations'] });
          if (passes.length === 0) throw new Error('axe looked at nothing');
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, help, nodes }) => `${id} (${help}) at ${nodes.slice(0, 3).map(({ html }) => html).join(', ')}`);
        }
        """;

    /// <summary>No serious or critical finding of axe on the page as it stands, and nothing wider than the screen.</summary>
    public static async Task MustSuitEverybodyAsync(this IPage page, string where)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe);
        var serious = await page.EvaluateAsync<string[]>(Findings);
        Assert.True(serious.Length == 0, $"{where}: {string.Join("; ", serious)}");
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{where}: {overflow} px wider than the screen");
    }
}
