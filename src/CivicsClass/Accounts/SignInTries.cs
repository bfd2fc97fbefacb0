using System.Net;
using System.Net.Sockets;
using CivicsClass.Guards;

namespace CivicsClass.Accounts;

/// <summary>Five wrong passwords in five minutes, then a wait. They are counted for each account and place (address), and a browser where the
/// person has signed in before has a count of its own: a stranger can make strangers wait, never the owner at their own desk.</summary>
public sealed class SignInTries(TimeProvider time)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private readonly WrongTries _place = new(time, 5, Window);
    private readonly WrongTries _strangers = new(time, 50, Window);

    public Attempt Begin(string account, bool knownDevice, IPAddress? address)
    {
        var place = $"{account}\n{(knownDevice ? "known" : Place(address))}";
        if (!_place.Count(place))
            return new Attempt(() => { }, _place.Wait(place));
        if (knownDevice)
            return new Attempt(() => _place.Forgive(place), null);
        if (_strangers.Count(account))
            return new Attempt(() => { _place.Forgive(place); _strangers.Forgive(account); }, null);
        _place.Forgive(place);
        return new Attempt(() => { }, _strangers.Wait(account));
    }

    /// <summary>The account has a new password: what was counted against the old one, here and in known browsers, is void.</summary>
    public void Forget(string account, IPAddress? address)
    {
        _place.Forget($"{account}\nknown");
        _place.Forget($"{account}\n{Place(address)}");
        _strangers.Forget(account);
    }

    /// <summary>One household or school: an IPv4 address, or the first 64 bits of an IPv6 address.</summary>
    public static string Place(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    /// <summary>A try in progress: counted as wrong until it <see cref="WasRight"/>.</summary>
    public sealed record Attempt(Action Forgive, TimeSpan? Wait)
    {
        public void WasRight() => Forgive();
    }
}
