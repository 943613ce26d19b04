import assert from 'node:assert/strict';
import got from 'got';

const token = 'TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=';

export default async function (url) {
  const world = `${url}/worlds/got`;
  await got.post(`${world}/_emulator/reset`);
  const threatConnect = got.extend({ prefixUrl: `${world}/api/v2`, headers: { authorization: token }, responseType: 'json' });
  const deso = got.extend({ prefixUrl: `${world}/api/v0`, responseType: 'json' });
  const threatWinds = got.extend({
    prefixUrl: `${world}/api/search/v1`,
    headers: { 'api-key': 'emulator-key', 'api-secret': 'emulator-secret' },
    responseType: 'json',
  });
  return [await pages(threatConnect), await retries(world, threatConnect), await refusal(deso), await repeats(threatWinds)].join(', ');
}

/** Document 004: `resultStart` and `resultLimit` page through the 160 incidents. */
async function pages(threatConnect) {
  const incidents = await threatConnect.paginate.all('groups/incidents', {
    searchParams: { resultStart: 0, resultLimit: 50 },
    pagination: {
      transform: response => response.body.data.incident,
      paginate: ({ response, currentItems }) => {
        const start = Number(new URL(response.requestUrl).searchParams.get('resultStart')) + 50;
        return currentItems.length < 50 ? false : { searchParams: { resultStart: start, resultLimit: 50 } };
      },
    },
  });
  assert.equal(new Set(incidents.map(one => one.id)).size, 160);
  return '160 incidents on 4 pages';
}

/** A fault answers 503 twice; the client's own retries get through. */
async function retries(world, threatConnect) {
  const rule = { name: 'twice', match: { api: 'threatconnect', method: 'GET' }, when: { first: 2 }, effect: { status: 503 } };
  await got.post(`${world}/_emulator/faults`, { json: rule });
  const response = await threatConnect('owners', { retry: { limit: 3, backoffLimit: 20 } });
  assert.equal(response.retryCount, 2);
  assert.equal(response.body.status, 'Success');
  return 'a fault retried twice';
}

async function refusal(deso) {
  const query = { TransactorPublicKeyBase58Check: 'none' };
  const error = await deso.post('user-associations/query', { json: query }).catch(failure => failure);
  assert.equal(error.response.statusCode, 400);
  assert.equal(typeof error.response.body.error, 'string');
  return "a refusal in the node's shape";
}

/** The client asks for gzip, deflate and br, and repeats the request on the same connection. */
async function repeats(threatWinds) {
  const path = 'entity/domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396/relations';
  const [first, second] = [await threatWinds(path), await threatWinds(path)];
  assert.deepEqual(first.body, second.body);
  assert.equal(first.body.items, first.body.results.length);
  return 'one page of relations twice';
}
