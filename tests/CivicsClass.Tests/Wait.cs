namespace CivicsClass.Tests;

public static class Wait
{
    /// <summary>Until the condition holds; fails after ten seconds.</summary>
    public static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    public static Task UntilAsync(Func<Task<bool>> holds) => UntilAsync(holds, TimeSpan.FromSeconds(10));

    public static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan atMost)
    {
        using var patience = new CancellationTokenSource(atMost);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await holds())
            Assert.True(await look.WaitForNextTickAsync(patience.Token));
    }
}
