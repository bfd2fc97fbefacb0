using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CivicsClass.Accounts;

/// <summary>A secret in an address: 192 random bits as base64url. The database keeps only its SHA-256.</summary>
public sealed record Token(string Text)
{
    public byte[] Hash { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Text));

    public static Token New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)));
}
