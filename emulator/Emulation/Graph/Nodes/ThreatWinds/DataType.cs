namespace Emulation.Graphs.ThreatWinds;

/// <summary>What values of a type look like; decides how they are normalised (go-sdk entities).</summary>
enum DataType
{
    Adversary,
    Base64,
    CaseSensitive,
    Cidr,
    City,
    Country,
    Date,
    Datetime,
    Email,
    Float,
    Fqdn,
    Hexadecimal,
    Integer,
    Ip,
    Mac,
    Md5,
    MimeType,

    /// <summary>The first of MD5, SHA3-256 and UUID that fits.</summary>
    Object,
    Path,
    Phone,
    Port,
    Regex,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Sha3224,
    Sha3256,
    Sha3384,
    Sha3512,
    Sha512224,
    Sha512256,
    Text,
    Url,
    Uuid,
}
