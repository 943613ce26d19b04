using Generated.Deso;
using Generated.Deso.Models;
using NBitcoin.Secp256k1;
using SHA256 = System.Security.Cryptography.SHA256;

namespace GeneratedClients;

/// <summary>Associations of users: query, page, count, create, get, delete; what changes the chain is signed here.</summary>
static class DesoRun
{
    private const string Type = "GENERATED";

    public static async Task Drive(World world)
    {
        var api = new Client(world.Adapter()).Api.V0;
        var (key, seed) = (world.Credential("deso", "PublicKeyBase58Check"), world.Credential("deso", "SeedHex"));

        for (var value = 1; value <= 2; value++)
        {
            var made = Check.Given(await api.UserAssociations.Create.PostAsync(new CreateUserAssociation
            {
                TransactorPublicKeyBase58Check = key, TargetUserPublicKeyBase58Check = key,
                AssociationType = Type, AssociationValue = $"{value}", MinFeeRateNanosPerKB = 1000,
            }));
            var submitted = await Submit(api, made, seed);
            Check.That(submitted?.TxnHashHex?.Length == 64, "the transaction is accepted");
        }

        var query = new UserAssociationQuery { TransactorPublicKeyBase58Check = key, AssociationType = Type, Limit = 1 };
        var page = await api.UserAssociations.Query.PostAsync(query);
        var first = Check.Given(page?.Associations?.Single());
        query.LastSeenAssociationID = first.AssociationID;
        var second = await api.UserAssociations.Query.PostAsync(query);
        Check.That(second?.Associations?.Single().AssociationID != first.AssociationID, "the second page has the other association");

        var found = await api.UserAssociations[Check.Given(first.AssociationID)].GetAsync();
        Check.That(found?.TransactorPublicKeyBase58Check == key && found.AssociationType == Type, "the association is found by its id");

        var removal = Check.Given(await api.UserAssociations.DeletePath.PostAsync(new DeleteAssociation
        {
            TransactorPublicKeyBase58Check = key, AssociationID = first.AssociationID, MinFeeRateNanosPerKB = 1000,
        }));
        await Submit(api, removal, seed);
        var left = await api.UserAssociations.Count.PostAsync(
            new UserAssociationCountQuery { TransactorPublicKeyBase58Check = key, AssociationType = Type });
        Check.That(left?.Count == 1, "one association is left");
        await Check.Refused<Error>(() => api.UserAssociations[first.AssociationID!].GetAsync(), 404);
    }

    private static Task<SubmittedTransaction?> Submit(
        Generated.Deso.Api.V0.V0RequestBuilder api, ConstructedTransaction made, string seed)
    {
        var unsigned = Convert.FromHexString(Check.Given(made.TransactionHex));
        using var key = ECPrivKey.Create(Convert.FromHexString(seed));
        var signature = key.SignECDSARFC6979(SHA256.HashData(SHA256.HashData(unsigned)));
        Span<byte> der = stackalloc byte[80];
        signature.WriteDerToSpan(der, out var length);
        return api.SubmitTransaction.PostAsync(new SubmitTransaction
        {
            UnsignedTransactionHex = made.TransactionHex,
            TransactionSignatureHex = Convert.ToHexStringLower(der[..length]),
        });
    }
}
