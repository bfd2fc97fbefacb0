using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CivicsClass.Data;

public sealed class DataProtectionKeyRow
{
    public int Id { get; init; }
    public required string Xml { get; init; }
}

/// <summary>Keys that protect cookies, kept in the database so that every server and every restart can read them.</summary>
internal sealed class DatabaseXmlRepository(IServiceScopeFactory scopes) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        return [.. db.DataProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        db.DataProtectionKeys.Add(new DataProtectionKeyRow { Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;
}
