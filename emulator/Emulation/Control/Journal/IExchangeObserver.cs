using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>Receives every exchange when it is recorded.</summary>
interface IExchangeObserver
{
    /// <summary>False: exchanges need not be passed on.</summary>
    bool IsOpen { get; }

    /// <param name="entry">The exchange; what it refers to is valid only during the call.</param>
    /// <param name="id">Its id in the journal; null when the journal is switched off.</param>
    void Recorded(in Entry entry, Guid? id);
}
