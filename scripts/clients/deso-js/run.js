// The vendor's own client, unchanged, against a running emulator:
//   dotnet run --project emulator -- --urls http://127.0.0.1:5010
//   npm install && node run.js http://127.0.0.1:5010
import assert from 'node:assert/strict';
import {
  configure,
  countPostAssociation,
  countPostAssociations,
  countUserAssociation,
  countUserAssociations,
  createPostAssociation,
  createUserAssociation,
  deletePostAssociation,
  deleteUserAssociation,
  getPostAssociation,
  getPostAssociations,
  getUserAssociation,
  getUserAssociations,
  identity,
  signTx,
  waitForTransactionFound,
} from 'deso-protocol';

const node = process.argv[2] ?? 'http://127.0.0.1:5010';
const info = await (await fetch(`${node}/_emulator/info`)).json();
const [me, other] = info.credentials.deso;
const post = '7bf79e2fe04f8eadb66b9877ce04d55b64e2663fb34b392c2f215ca9d6fba938';
const sender = 'tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oX';
const options = { checkPermissions: false };
let checks = 0;

// The client prints each transaction that it builds itself.
const print = console.log;
console.log = () => {};

logIn(me);

await step('a user association by id', async () => {
  const found = await getUserAssociation('22b1dabed784a8ada7c630e1539829df21e485608c13e3b461a37ff97185ff69');
  assert.equal(found.TransactorProfile.Username, 'sender');
});
await step('a post association by id', async () => {
  const found = await getPostAssociation('77cc81b90caadf52bdbcadef72bcf87bdeefc31308779b401141c13e52670caf');
  assert.equal(found.PostEntry.Body, 'Hello, world!');
});
await step('counts', async () => {
  assert.ok((await countUserAssociation({ TransactorPublicKeyBase58Check: sender })).Count >= 1);
  assert.ok((await countPostAssociation({ PostHashHex: post })).Count >= 1);
  const users = await countUserAssociations({ TransactorPublicKeyBase58Check: sender, AssociationType: 'ENDORSEMENT', AssociationValues: ['SQL', 'JAVASCRIPT'] });
  assert.deepEqual(Object.keys(users.Counts), ['JAVASCRIPT', 'SQL']);
  assert.ok(users.Counts.SQL >= 1);
  const posts = await countPostAssociations({ PostHashHex: post, AssociationType: 'REACTION', AssociationValues: ['HEART', 'LAUGH'] });
  assert.deepEqual(Object.keys(posts.Counts), ['HEART', 'LAUGH']);
});
await step('an error has its text and status', async () => {
  await assert.rejects(getUserAssociations({}), (error) =>
    error.status === 500 && error.message === 'GetUserAssociations: GetUserAssociationsByAttributes: : invalid query params: none provided');
  await assert.rejects(getUserAssociation('ab'), (error) => error.status === 404);
});

const mine = { TransactorPublicKeyBase58Check: me.PublicKeyBase58Check };
const aboutUser = { ...mine, TargetUserPublicKeyBase58Check: other.PublicKeyBase58Check };
const aboutPost = { ...mine, PostHashHex: post };

await step('user associations are made by a key that signs for me, and paged', async () => {
  for (const value of ['C', 'A', 'B']) {
    const made = await createUserAssociation({ ...aboutUser, AssociationType: 'CLIENT_SKILL', AssociationValue: value, ExtraData: { PeerID: value } }, options);
    const id = made.submittedTransactionResponse.TxnHashHex;
    await waitForTransactionFound(id);
    assert.equal((await getUserAssociation(id)).AssociationValue, value);
  }
  assert.deepEqual(await paged(getUserAssociations, { ...mine, AssociationType: 'client_skill' }), ['A', 'B', 'C']);
  assert.deepEqual(await paged(getUserAssociations, { ...mine, AssociationType: 'client_skill', SortDescending: true }), ['C', 'B', 'A']);
});
await step('post associations likewise', async () => {
  for (const value of ['HEART', 'LAUGH']) await createPostAssociation({ ...aboutPost, AssociationType: 'CLIENT_REACTION', AssociationValue: value }, options);
  assert.deepEqual(await paged(getPostAssociations, { ...mine, AssociationType: 'client_reaction' }), ['HEART', 'LAUGH']);
});
await step('both are removed', async () => {
  await removeAll(getUserAssociations, deleteUserAssociation, { ...mine, AssociationType: 'CLIENT_SKILL' });
  await removeAll(getPostAssociations, deletePostAssociation, { ...mine, AssociationType: 'CLIENT_REACTION' });
});
await step('a transaction that the client builds itself is taken', async () => {
  const made = await createUserAssociation(
    { ...aboutUser, AppPublicKeyBase58Check: other.PublicKeyBase58Check, AssociationType: 'LOCAL', AssociationValue: 'x' },
    { ...options, localConstruction: true });
  const id = made.submittedTransactionResponse.TxnHashHex;
  assert.equal((await getUserAssociation(id)).AssociationType, 'LOCAL');
  await deleteUserAssociation({ ...mine, AssociationID: id });
});
await step('without an app as well', async () => {
  const made = await createPostAssociation({ ...aboutPost, AssociationType: 'LOCAL', AssociationValue: 'y' }, { ...options, localConstruction: true });
  await deletePostAssociation({ ...mine, AssociationID: made.submittedTransactionResponse.TxnHashHex });
});
await step('the owner signs without a derived key', async () => {
  const made = await createUserAssociation({ ...aboutUser, AssociationType: 'OWN', AssociationValue: 'z' }, { ...options, broadcast: false });
  const done = await identity.submitTx(await signTx(made.constructedTransactionResponse.TransactionHex, me.SeedHex));
  await deleteUserAssociation({ ...mine, AssociationID: done.TxnHashHex });
});
await step('a delete that the client builds itself names no association: it sends the text of the id for its bytes', async () => {
  const made = await createUserAssociation({ ...aboutUser, AssociationType: 'STAYS', AssociationValue: 'x' }, options);
  const id = made.submittedTransactionResponse.TxnHashHex;
  await assert.rejects(deleteUserAssociation({ ...mine, AssociationID: id }, { localConstruction: true }), (error) => error.status === 400 && error.message.includes('RuleError'));
  await deleteUserAssociation({ ...mine, AssociationID: id });
});

print(`${checks} steps: deso-protocol works against ${node}`);

async function step(name, run) {
  await run();
  checks++;
  print(`ok  ${name}`);
}

async function paged(query, filter) {
  const values = [];
  for (let last = ''; ;) {
    const { Associations } = await query({ ...filter, Limit: 1, LastSeenAssociationID: last });
    if (Associations.length === 0) return values;
    values.push(Associations[0].AssociationValue);
    last = Associations[0].AssociationID;
  }
}

async function removeAll(query, remove, filter) {
  for (const one of (await query(filter)).Associations)
    await remove({ TransactorPublicKeyBase58Check: filter.TransactorPublicKeyBase58Check, AssociationID: one.AssociationID });
  assert.equal((await query(filter)).Associations.length, 0);
}

// What the client's identity window leaves in a browser's storage after a log-in.
function logIn(user) {
  const stored = new Map([
    ['desoActivePublicKey', user.PublicKeyBase58Check],
    ['desoIdentityUsers', JSON.stringify({
      [user.PublicKeyBase58Check]: {
        publicKey: user.PublicKeyBase58Check,
        primaryDerivedKey: {
          derivedSeedHex: user.DerivedSeedHex,
          derivedPublicKeyBase58Check: user.DerivedPublicKeyBase58Check,
          publicKeyBase58Check: user.PublicKeyBase58Check,
          expirationBlock: 4294967295,
          IsValid: true,
        },
      },
    })],
  ]);
  configure({
    nodeURI: node,
    network: 'testnet',
    spendingLimitOptions: { IsUnlimited: true },
    storageProvider: {
      getItem: (name) => stored.get(name) ?? null,
      setItem: (name, value) => stored.set(name, value),
      removeItem: (name) => stored.delete(name),
    },
  });
}
