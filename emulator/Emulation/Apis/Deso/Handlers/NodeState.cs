using System.Text;
using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Responses;
using Emulation.Graphs.Deso;
using Emulation.Http;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>What a node says of itself. Source: deso-protocol/backend routes/base.go.</summary>
static class NodeState
{
    public const string AppStateUnreadable = "GetAppState: Problem parsing request body: {0}";
    public const string ConstructionUnreadable = "GetTxnConstructionParams: Problem parsing request body: {0}";

    private const ulong DefaultFeeRate = 1000;
    private const ulong CentsPerDeso = 10_00;

    private static readonly ulong[] s_diamonds = [50_000, 500_000, 5_000_000, 50_000_000, 500_000_000, 5_000_000_000, 50_000_000_000, 500_000_000_000];

    public static Reply Index(Call call) =>
        new(200) { ContentType = Envelope.Json, Bytes = Encoding.ASCII.GetBytes(Texts.NodeIsRunning) };

    public static Reply Health(Call call) => new(200) { ContentType = Envelope.Json, Bytes = "200"u8.ToArray() };

    public static Reply AppState(DesoContext context, Call call)
    {
        if (RequestBody.Read(call, "routes.GetAppStateRequest", body => body.Text("PublicKeyBase58Check"), AppStateUnreadable, out _) is { } refusal) return refusal;
        var height = Chain.HeightOf(call.Graph, call.Now);
        var options = context.Options;
        return Envelope.Success(to =>
        {
            var json = new GoWriter(to);
            json.Open('{');
            json.Name("MinSatoshisBurnedForProfileCreation"u8);
            json.Number(0);
            json.Name("BlockHeight"u8);
            json.Number(height);
            json.Name("IsTestnet"u8);
            json.Flag(options.Network == Network.Testnet);
            WriteOffers(ref json);
            WriteFees(ref json, call.Origin, options.Network);
            json.Close('}');
            json.End();
        });
    }

    public static Reply ConstructionParams(Call call)
    {
        if (RequestBody.Read(call, "routes.GetTxnConstructionParamsRequest", body => body.Unsigned("MinFeeRateNanosPerKB"), ConstructionUnreadable, out var rate) is { } refusal) return refusal;
        var height = Chain.HeightOf(call.Graph, call.Now);
        return Envelope.Success(to =>
        {
            var json = new GoWriter(to);
            json.Open('{');
            json.Name("FeeRateNanosPerKB"u8);
            json.Number(rate);
            json.Name("BlockHeight"u8);
            json.Number(height);
            json.Close('}');
            json.End();
        });
    }

    /// <summary>This node sells nothing, verifies nobody and pays for nothing.</summary>
    private static void WriteOffers(ref GoWriter json)
    {
        json.Name("HasStarterDeSoSeed"u8);
        json.Flag(false);
        json.Name("HasTwilioAPIKey"u8);
        json.Flag(false);
        json.Name("CreateProfileFeeNanos"u8);
        json.Number(0);
        json.Name("CompProfileCreation"u8);
        json.Flag(false);
        json.Name("DiamondLevelMap"u8);
        json.Open('{');
        for (var level = 0; level < s_diamonds.Length; level++)
        {
            json.AnyName([(byte)('1' + level)]);
            json.Number(s_diamonds[level]);
        }
        json.Close('}');
        json.Name("HasWyreIntegration"u8);
        json.Flag(false);
        json.Name("HasJumioIntegration"u8);
        json.Flag(false);
        json.Name("BuyWithETH"u8);
        json.Flag(false);
        json.Name("USDCentsPerDeSoExchangeRate"u8);
        json.Number(CentsPerDeso);
        json.Name("USDCentsPerDeSoCoinbase"u8);
        json.Number(CentsPerDeso);
        json.Name("USDCentsPerDeSoBlockchainDotCom"u8);
        json.Number(CentsPerDeso);
        json.Name("JumioDeSoNanos"u8);
        json.Number(0);
        json.Name("JumioUSDCents"u8);
        json.Number(0);
        json.Name("JumioKickbackUSDCents"u8);
        json.Number(0);
        json.Name("CountrySignUpBonus"u8);
        json.Open('{');
        json.Name("AllowCustomReferralAmount"u8);
        json.Flag(false);
        json.Name("ReferralAmountOverrideUSDCents"u8);
        json.Number(0);
        json.Name("AllowCustomKickbackAmount"u8);
        json.Flag(false);
        json.Name("KickbackAmountOverrideUSDCents"u8);
        json.Number(0);
        json.Close('}');
    }

    private static void WriteFees(ref GoWriter json, string origin, Network network)
    {
        json.Name("CaptchaDeSoNanos"u8);
        json.Number(0);
        json.Name("DefaultFeeRateNanosPerKB"u8);
        json.Number(DefaultFeeRate);
        json.Name("TransactionFeeMap"u8);
        json.Open('{');
        json.Close('}');
        json.Name("BuyETHAddress"u8);
        json.Text("");
        json.Name("Nodes"u8);
        json.Open('{');
        json.Name("1"u8);
        json.Open('{');
        json.Name("Name"u8);
        json.Text("Emulator");
        json.Name("URL"u8);
        json.Text(origin);
        json.Name("Owner"u8);
        json.Ascii(UserKeys.First[0].Owner.Ascii(network));
        json.Close('}');
        json.Close('}');
        json.Name("USDCentsPerBitCloutExchangeRate"u8);
        json.Number(CentsPerDeso);
        json.Name("JumioBitCloutNanos"u8);
        json.Number(0);
    }
}
