namespace CivicsClass.Tests;

public static class Wait
{
    /// <summary>Until the condition holds; fails after ten seconds.</summary>
    public static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await holds())
            Assert.True(await look.WaitForNextTickAsync(patience.Token));
    }
}
