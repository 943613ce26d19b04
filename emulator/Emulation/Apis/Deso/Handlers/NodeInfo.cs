using System.Text;
using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Responses;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>Information about the node. Source: deso-protocol/backend routes/base.go.</summary>
static class NodeInfo
{
    public const string AppStateUnreadable = "GetAppState: Problem parsing request body: {0}";
    public const string ConstructionUnreadable = "GetTxnConstructionParams: Problem parsing request body: {0}";

    private const ulong DefaultFeeRate = 1000;
    private const ulong CentsPerDeso = 10_00;

    private static readonly ulong[] s_diamonds =
        [50_000, 500_000, 5_000_000, 50_000_000, 500_000_000, 5_000_000_000, 50_000_000_000, 500_000_000_000];

    public static Reply Index(Call call) =>
        new(200) { ContentType = Envelope.Json, Bytes = Encoding.ASCII.GetBytes(Texts.NodeIsRunning) };

    public static Reply Health(Call call) => new(200) { ContentType = Envelope.Json, Bytes = "200"u8.ToArray() };

    public static Reply AppState(DesoContext context, Call call)
    {
        if (
            RequestBody.Read(
                call, "routes.GetAppStateRequest", body => body.Text("PublicKeyBase58Check"), AppStateUnreadable, out _) is { } refusal)
            return refusal;
        var height = Chain.HeightOf(call.Graph, call.Now);
        var options = context.Options;
        return Envelope.Success((ref json) =>
        {
            json.Number("MinSatoshisBurnedForProfileCreation"u8, 0);
            json.Number("BlockHeight"u8, height);
            json.Flag("IsTestnet"u8, options.Network == Network.Testnet);
            WriteOffers(ref json);
            WriteFees(ref json, call.Origin, options.Network);
        });
    }

    public static Reply ConstructionParams(Call call)
    {
        if (
            RequestBody.Read(
                call,
                "routes.GetTxnConstructionParamsRequest",
                body => body.Unsigned("MinFeeRateNanosPerKB"),
                ConstructionUnreadable,
                out var rate) is { } refusal)
            return refusal;
        var height = Chain.HeightOf(call.Graph, call.Now);
        return Envelope.Success((ref json) =>
        {
            json.Unsigned("FeeRateNanosPerKB"u8, rate);
            json.Number("BlockHeight"u8, height);
        });
    }

    /// <summary>This node sells no coins, verifies no users and pays no fees.</summary>
    private static void WriteOffers(ref JsonWriter json)
    {
        json.Flag("HasStarterDeSoSeed"u8, false);
        json.Flag("HasTwilioAPIKey"u8, false);
        json.Number("CreateProfileFeeNanos"u8, 0);
        json.Flag("CompProfileCreation"u8, false);
        json.StartObject("DiamondLevelMap"u8);
        for (var level = 0; level < s_diamonds.Length; level++)
        {
            json.EscapedName([(byte)('1' + level)]);
            json.Number(s_diamonds[level]);
        }
        json.EndObject();
        json.Flag("HasWyreIntegration"u8, false);
        json.Flag("HasJumioIntegration"u8, false);
        json.Flag("BuyWithETH"u8, false);
        json.Unsigned("USDCentsPerDeSoExchangeRate"u8, CentsPerDeso);
        json.Unsigned("USDCentsPerDeSoCoinbase"u8, CentsPerDeso);
        json.Unsigned("USDCentsPerDeSoBlockchainDotCom"u8, CentsPerDeso);
        json.Number("JumioDeSoNanos"u8, 0);
        json.Number("JumioUSDCents"u8, 0);
        json.Number("JumioKickbackUSDCents"u8, 0);
        json.StartObject("CountrySignUpBonus"u8);
        json.Flag("AllowCustomReferralAmount"u8, false);
        json.Number("ReferralAmountOverrideUSDCents"u8, 0);
        json.Flag("AllowCustomKickbackAmount"u8, false);
        json.Number("KickbackAmountOverrideUSDCents"u8, 0);
        json.EndObject();
    }

    private static void WriteFees(ref JsonWriter json, string origin, Network network)
    {
        json.Number("CaptchaDeSoNanos"u8, 0);
        json.Unsigned("DefaultFeeRateNanosPerKB"u8, DefaultFeeRate);
        json.StartObject("TransactionFeeMap"u8);
        json.EndObject();
        json.Text("BuyETHAddress"u8, "");
        json.StartObject("Nodes"u8);
        json.StartObject("1"u8);
        json.Text("Name"u8, "Emulator");
        json.Text("URL"u8, origin);
        json.Ascii("Owner"u8, UserKeys.First[0].Owner.Ascii(network));
        json.EndObject();
        json.EndObject();
        json.Unsigned("USDCentsPerBitCloutExchangeRate"u8, CentsPerDeso);
        json.Number("JumioBitCloutNanos"u8, 0);
    }
}
