using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Npgsql;

namespace EventOps.Host.Operating.Keys;

/// <summary>The keys of cookies and forms, shared by all hosts through the database.</summary>
public sealed class KeyRing(NpgsqlDataSource database) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand("select xml from host.key_ring order by id");
        using var rows = command.ExecuteReader();
        var elements = new List<XElement>();
        while (rows.Read()) elements.Add(XElement.Parse(rows.GetString(0)));
        return elements;
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand("insert into host.key_ring (name, xml) values ($1, $2)");
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}

/// <summary>Puts the key ring into a host.</summary>
public static class KeyRingServices
{
    /// <summary>Data protection over PostgreSQL, sealed with the host's key.</summary>
    public static void AddKeyRing(this IServiceCollection services, HostKey key)
    {
        services.AddSingleton(key);
        // One pass where the default takes two: a form brings three sealed things along.
        services.AddDataProtection().SetApplicationName("EventOps").UseCryptographicAlgorithms(new()
        {
            EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM,
        });
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(ring =>
        {
            ring.XmlRepository = new KeyRing(provider.GetRequiredService<NpgsqlDataSource>());
            ring.XmlEncryptor = new SealXml(key);
        }));
    }
}
