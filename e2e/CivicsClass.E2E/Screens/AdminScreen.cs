using Microsoft.Playwright;

namespace CivicsClass.E2E.Screens;

/// <summary>What an admin does beside teaching.</summary>
public sealed class AdminScreen(IPage page, School school)
{
    /// <returns>The link that the admin passes on.</returns>
    public async Task<string> InviteAsync(string email)
    {
        await page.GotoAsync(new Uri(school.Address, "/people").ToString());
        await page.Locator("#email").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        return await page.GetByLabel("Link", new() { Exact = true }).InputValueAsync();
    }

    /// <summary>Whoever holds the invitation makes an account on its page.</summary>
    public static async Task AcceptAsync(IPage invitation, string name)
    {
        await invitation.GetByLabel("Your name", new() { Exact = false }).FillAsync(name);
        await invitation.GetByLabel("Password", new() { Exact = true }).FillAsync(TeacherScreen.Password);
        await invitation.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await invitation.WaitForURLAsync("**/dashboard");
    }

    /// <returns>The link that the admin passes on.</returns>
    public async Task<string> PasswordLinkAsync(string name)
    {
        await page.GotoAsync(new Uri(school.Address, "/people").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = $"New password link for {name}" }).ClickAsync();
        return await page.GetByLabel("Link", new() { Exact = true }).InputValueAsync();
    }

    /// <returns>The path of the newest version of the first topic.</returns>
    public async Task<string> PackPathAsync()
    {
        await page.GotoAsync(new Uri(school.Address, "/library").ToString());
        return (await page.GetByRole(AriaRole.Link, new() { Name = $"Preview {School.FirstTopic}" }).GetAttributeAsync("href"))!;
    }

    /// <returns>The path of the draft.</returns>
    public async Task<string> DraftReadingAsync(string title)
    {
        await page.GotoAsync(new Uri(school.Address, "/library/drafts/new").ToString());
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByLabel("Author").FillAsync("City council");
        await page.GetByLabel("Published by").FillAsync("City of Springfield");
        await page.GetByLabel("Date").FillAsync("2024-05");
        await page.GetByLabel("Language").FillAsync("en");
        await page.GetByLabel("Kind of source").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Rights", new() { Exact = true }).SelectOptionAsync("public domain");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("# A vote\n\nThe council voted in May. It asked the sheriff for a report.\n\n- First point\n- Second point");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 })).ToBeVisibleAsync();
        return new Uri(page.Url).AbsolutePath;
    }
}
