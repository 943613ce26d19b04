using Emulation.Http;

namespace Emulation.Apis.ThreatConnect;

/// <summary>
/// The messages of error responses. Sources: the server's own response classes in threatconnect-java
/// (server/response/service), common_errors.rst, and document 004's status table; those without a source are decisions of this project.
/// </summary>
static class Texts
{
    public const string NotFound = "The requested resource was not found";
    public const string UnknownPath =
        "Resource not found, check the requested path. Please review your request and try again. "
        + "If the problem persists, contact technical support.";
    public const string OwnerNotFound = "The requested owner was not found";
    public const string AccessDenied = "Access Denied";
    public const string Unauthorized = "Unauthorized";
    public const string OwnerMismatch = "The owners of the requested objects were different";
    public const string Malformed = "The request was not properly formed";
    public const string Unknown = "An unknown error occurred";
    public const string Paging =
        "The resultStart and resultLimit query parameters must be integers and the maximum value for resultLimit is 10000";
    public const string WrongSignature = "Signature data did not match expected result";
    public const string TimestampRange = "Timestamp out of acceptable time range";
    public const string TimestampInvalid = "Invalid timestamp";
    public const string NotLicensed =
        "API access has not been licensed for this system, please contact sales@threatconnect.com if you wish to enable it";
    public const string AttributeTypeNotFound = "The requested attribute type was not found";
    public const string AttributeWithoutValue = "This attribute requires a value";
    public const string InvalidAssociation = "Invalid association";
    public const string Excluded = "This Indicator is included in a system-wide exclusion list.";
    public const string Seeding = "The emulator is still seeding";
    public const string NotKept = "The emulator cannot keep changes now";
    public const string NotStored = "The emulator cannot store the body now";
    public const string NotCurrent = "The emulator cannot reach its database now";

    // The text is older than ISO dates; no newer one is known.
    public const string Date = "Please enter the date in number of milliseconds since January 1, 1970, 00:00:00 GMT";

    public static string NotServed(string method, string path) => $"The emulator does not serve {method} {path} yet";

    public static string Length(string field, string entity, int least, int most) =>
        $"The {field} for this {entity} is invalid, please enter {An(field)} {field} between {least}-{most} characters in length";

    // The space before the comma is the server's own.
    public static string OneOf(string field, string entity, IEnumerable<string> values) =>
        $"The {field} for this {entity} is invalid , please enter one of the following values: {string.Join(", ", values)}";

    public static string Wrong(string field, string entity) => $"The {field} for this {entity} is invalid";

    public static string Exists(string field, string entity) =>
        $"The {field} for this {entity} is invalid, {An(entity)} {entity} with this {field} already exists";

    public static string Valid(string type) => $"Please enter a valid {type}";

    public static string Failed(string name, string operation) => $"The requested {name} was not {operation} - access was denied";

    public static string CannotAssociate(string one, string other) =>
        $"{InvalidAssociation}, {An(one)} {one} cannot be associated with {An(other)} {other}";

    /// <summary>The message of a status when no other reason is known.</summary>
    public static string Of(int status) => status switch
    {
        400 => Malformed,
        401 => Unauthorized,
        403 => AccessDenied,
        404 => NotFound,
        500 => Unknown,
        _ => Http.Phrases.Of(status),
    };

    private static string An(string word) => word.Length > 0 && "AEIOUaeiou".Contains(word[0], StringComparison.Ordinal) ? "an" : "a";
}
