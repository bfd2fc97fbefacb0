namespace CivicsClass.Sessions;

/// <summary>Setting <c>Site:Address</c>: the address students type, where it is not the one the request came by.</summary>
public sealed class SiteAddress
{
    public string? Address { get; set; }

    /// <summary>Such as "https://civics.school", without a slash at the end.</summary>
    public string Of(HttpRequest request) => (Address ?? $"{request.Scheme}://{request.Host}").TrimEnd('/');

    /// <summary>Such as "civics.school": what stands on the wall.</summary>
    public string Spoken(HttpRequest request) => Of(request).Split("://")[^1];
}
