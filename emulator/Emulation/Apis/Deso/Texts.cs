namespace Emulation.Apis.Deso;

/// <summary>The texts of a node. Source: deso-protocol/backend routes/associations.go, core lib/block_view_association.go.</summary>
static class Texts
{
    public const string NotFoundPage = "404 page not found\n";
    public const string MalformedPath = "400 Bad Request";
    public const string Seeding = "The emulator is still seeding";
    public const string NotKept = "The emulator cannot keep changes now";
    public const string NotCurrent = "The emulator cannot reach its database now";
    public const string Bug = "internal error";
    public const string NodeIsRunning = "Your DeSo node is running!\n";

    public const string PrecedingUnreadable = "CheckPrecedingTransactions failed to unmarshal json: ";
    public const string PrecedingTooMany = "CheckPrecedingTransactions: too many optional preceding transactions: {0} > 0";

    public const string UndefinedTransactionType =
        "NewTxnMetadata: Unrecognized TxnType: UNDEFINED; make sure you add the new type of transaction to NewTxnMetadata";

    public const string BodyUnreadable = "problem parsing request body";

    public const string InvalidLimit = "invalid Limit provided";
    public const string InvalidLastSeen = "invalid LastSeenAssociationID provided";
    public const string CountTakesNoLimit = "unsupported Limit param for count operation";
    public const string CountTakesNoLastSeen = "unsupported LastSeenAssociationID param for count operation";
    public const string CountTakesNoSort = "unsupported SortDescending param for count operation";
    public const string CountTakesNoInclude = "unsupported IncludeProfile param for count operation";
    public const string CountTakesNoValues = "unsupported AssociationValues param provided";
    public const string BadTransactor = "problem getting PKID for the transactor";
    public const string BadTarget = "problem getting PKID for the target user";
    public const string BadPostHash = "invalid PostHashHex provided";
    public const string BadApp = "problem getting PKID for the app";
    public const string TooManyValues = "too many AssociationValues values provided";
    public const string NotBothWithValues = "cannot provide both {0} and AssociationValues";

    public const string NoFilter = "invalid query params: none provided";
    public const string BothTypes = "invalid query params: both AssociationType and AssociationTypePrefix provided";
    public const string BothValues = "invalid query params: both AssociationValue and AssociationValuePrefix provided";
    public const string LastSeenUnknown = "invalid query params: LastSeenAssociationEntry not found";

    public const string MissingParties = "missing Transactor or TargetUser";
    public const string MissingType = "missing AssociationType";
    public const string MissingValue = "missing AssociationValue";
    public const string AppNeedsAll = "querying by App requires all other parameters";

    public const string InvalidId = "invalid AssociationID provided";
    public const string AssociationNotFound = "association not found";
    public const string PostNotFound = "post entry not found for ";

    // "unmarshling" is the node's own spelling.
    public const string PostBodyUnreadable = "_postEntryToResponse: Error unmarshling Body: ";

    public const string MustHaveTransactor = "must provide a TransactorPublicKeyBase58Check";
    public const string MustHaveTarget = "must provide a TargetUserPublicKeyBase58Check";
    public const string MustHavePost = "must provide a PostHashHex";
    public const string MustHaveId = "must provide an AssociationID";
    public const string MustHaveType = "must provide an AssociationType";
    public const string MustHaveValue = "must provide an AssociationValue";
    public const string BadTransactorKey = "problem getting public key for the transactor";
    public const string BadTargetKey = "problem getting public key for the target user";
    public const string BadAppKey = "problem getting public key for the app";
    public const string BadExtraData = "invalid ExtraData provided";
    public const string BadFees = "specified TransactionFees are invalid";
}
