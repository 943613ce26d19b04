using Emulation.Apis.ThreatConnect.Requests;

namespace Emulation.Apis.ThreatConnect.Responses;

/// <summary>The format of an item.</summary>
enum ItemForm
{
    /// <summary>An item in a list of all types.</summary>
    Entry,

    /// <summary>An item in a list of one type.</summary>
    Listed,

    /// <summary>A single item.</summary>
    Single,
}
