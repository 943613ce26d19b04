namespace Emulation.Graphs.Deso;

/// <summary>Decides how keys are printed; keys of either network are understood.</summary>
public enum Network
{
    Testnet,
    Mainnet,
}
