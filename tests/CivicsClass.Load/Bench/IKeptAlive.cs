namespace CivicsClass.Load.Bench;

/// <summary>Whoever holds connections that must not fall silent.</summary>
public interface IKeptAlive
{
    Task PingAsync();
}
