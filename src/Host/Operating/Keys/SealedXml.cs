using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace EventOps.Host.Operating.Keys;

/// <summary>Encrypts the keys of the ring before they reach the database.</summary>
public sealed class SealXml(HostKey key) : IXmlEncryptor
{
    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var bytes = key.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        var element = new XElement("sealed", new XAttribute("key", key.Id), Convert.ToBase64String(bytes));
        return new(element, typeof(OpenXml));
    }
}

/// <summary>Decrypts them; made by data protection, by the name that stands in the XML.</summary>
public sealed class OpenXml(IServiceProvider services) : IXmlDecryptor
{
    private readonly HostKey _key = services.GetRequiredService<HostKey>();

    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        if (encryptedElement.Attribute("key")?.Value is { } id && id != _key.Id)
            throw new CryptographicException($"This key of the ring was sealed with host key {id}, this host has {_key.Id}: " +
                "give all hosts of a database the same EVENTOPS_KEY.");
        return XElement.Parse(Encoding.UTF8.GetString(_key.Open(Convert.FromBase64String(encryptedElement.Value))));
    }
}
