using Emulation.Apis.ThreatConnect.Requests;

namespace Emulation.Apis.ThreatConnect.Responses;

/// <summary>How an item is shown.</summary>
enum ItemForm
{
    /// <summary>In a list of items of all types.</summary>
    Entry,

    /// <summary>In a list of one type.</summary>
    Listed,

    /// <summary>Alone.</summary>
    Single,
}
