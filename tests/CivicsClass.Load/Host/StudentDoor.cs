namespace CivicsClass.Load.Host;

/// <summary>How a student gets in: the page behind the code, then its form.</summary>
public sealed class StudentDoor(Browser browser, FilledForm form)
{
    public static async Task<StudentDoor> FindAsync(Uri server, string code, string name)
    {
        var browser = new Browser(server);
        var page = await browser.GetAsync($"/join/{code}");
        return new StudentDoor(browser, page.Fill(("name", name)));
    }

    /// <returns>The cookies that hold the seat.</returns>
    public async Task<string> EnterAsync()
    {
        var page = await browser.SubmitAsync(form);
        return page.Address.AbsolutePath.StartsWith("/s/", StringComparison.Ordinal)
            ? browser.Cookies
            : throw new InvalidOperationException($"Nobody let this student in. The page says: {page.Text}");
    }
}
