// WireMock's own clients, unchanged, against a running emulator:
//   dotnet run --project emulator -- --dataset docs --auth off
//   npm install && node run.js http://127.0.0.1:5010
import assert from 'node:assert/strict';
import captain from 'wiremock-captain';
import rest from 'wiremock-rest-client';

const here = process.argv[2] ?? 'http://127.0.0.1:5010';
// Without this it ends the process at the first refusal.
const client = new rest.WireMockRestClient(here, { logLevel: 'silent', continueOnFailure: true });
const mock = new captain.WireMock(here);
const ask = (target, init) => fetch(here + target, init);
// A route of the emulated API, so that it can be seen who answers.
const route = '/api/v2/owners';
let steps = 0;
let failed = 0;

await client.global.resetAll();
await client.mappings.deleteAllMappings();
await client.requests.deleteAllRequests();

console.log('wiremock-rest-client: mappings');
let made;
await step('a stub is created and answers instead of the API', async () => {
  made = await client.mappings.createMapping({
    request: { method: 'GET', urlPath: route },
    response: { status: 200, jsonBody: { stubbed: true }, headers: { 'Content-Type': 'application/json' } },
  });
  assert.match(made.id, /^[0-9a-f-]{36}$/);
  assert.deepEqual(await (await ask(route)).json(), { stubbed: true });
});
await step('it is found by its id and in the list', async () => {
  assert.deepEqual(await client.mappings.getMapping(made.id), made);
  const all = await client.mappings.getAllMappings();
  assert.equal(all.meta.total, 1);
  assert.deepEqual(all.mappings, [made]);
});
await step('it is updated', async () => {
  const updated = await client.mappings.updateMapping(made.id, { request: made.request, response: { status: 202 } });
  assert.equal(updated.id, made.id);
  assert.equal((await ask(route)).status, 202);
});
await step('it is deleted, and the API answers again', async () => {
  await client.mappings.deleteMapping(made.id);
  const answer = await ask(route);
  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).status, 'Success');
});
await step('stubs are found and removed by their metadata', async () => {
  await client.mappings.createMapping({ request: { url: '/m' }, response: { status: 200 }, metadata: { suite: 'x' } });
  const pattern = { matchesJsonPath: { expression: '$.suite', equalTo: 'x' } };
  assert.equal((await client.mappings.findByMetaData(pattern)).mappings.length, 1);
  await client.mappings.removeByMetaData(pattern);
  assert.equal((await client.mappings.getAllMappings()).meta.total, 0);
});
await step('reset leaves what was saved', async () => {
  await client.mappings.createMapping({ request: { url: '/saved' }, response: { status: 200 } });
  await client.mappings.saveAllMappings();
  await client.mappings.createMapping({ request: { url: '/not-saved' }, response: { status: 200 } });
  await client.mappings.resetAllMappings();
  assert.deepEqual((await client.mappings.getAllMappings()).mappings.map((mapping) => mapping.request.url), ['/saved']);
  await client.mappings.deleteAllMappings();
});
await step('what is not supported is refused by name', async () => {
  const refused = await client.mappings.createMapping({ request: { url: '/p' }, response: { proxyBaseUrl: 'http://other' } });
  assert.equal(refused.errors[0].source.pointer, '/response/proxyBaseUrl');
});
await step('a delay for all stubs is set', async () => {
  await client.global.updateGlobalSettings({ fixedDelay: 1 });
  await client.global.updateGlobalSettings({});
});

console.log('wiremock-rest-client: scenarios');
await step('a scenario moves, is set and reset', async () => {
  const scenarioName = 'try again';
  await client.mappings.createMapping({ scenarioName, requiredScenarioState: 'Started', newScenarioState: 'failed', request: { url: route }, response: { status: 503 } });
  assert.equal((await ask(route)).status, 503);
  assert.equal((await ask(route)).status, 200);
  assert.equal((await client.scenarios.getAllScenarios()).scenarios[0].state, 'failed');
  await client.scenarios.resetAllScenarios();
  assert.equal((await ask(route)).status, 503);
  await client.scenarios.resetScenario(encodeURIComponent(scenarioName));
  assert.equal((await ask(route)).status, 503);
  await client.scenarios.setScenarioState(encodeURIComponent(scenarioName), 'Started');
  assert.equal((await ask(route)).status, 503);
  await client.mappings.deleteAllMappings();
});

console.log('wiremock-rest-client: requests');
await step('requests are counted and found', async () => {
  await client.requests.resetAllRequests();
  await ask(`${route}?resultLimit=1`, { headers: { 'X-Test': 'a' } });
  await ask('/api/v2/tasks');
  await ask(route, { method: 'POST', body: '{"a":1}', headers: { 'Content-Type': 'application/json' } });
  assert.equal((await client.requests.getCount({ method: 'GET', urlPath: route })).count, 1);
  assert.equal((await client.requests.getCount({ method: 'POST', bodyPatterns: [{ equalToJson: { a: 1 } }] })).count, 1);
  const { requests } = await client.requests.findRequests({ urlPath: route, queryParameters: { resultLimit: { equalTo: '1' } }, headers: { 'x-test': { equalTo: 'a' } } });
  assert.equal(requests.length, 1);
  assert.equal(requests[0].url, `${route}?resultLimit=1`);
});
await step('the list of requests tells each by its id', async () => {
  const { requests } = await client.requests.getAllRequests();
  assert.equal(requests.length, 3);
  assert.equal((await client.requests.getRequest(requests[0].id)).id, requests[0].id);
});
await step('what nobody answers is unmatched', async () => {
  await ask('/nobody/has/this');
  const { requests } = await client.requests.getUnmatchedRequests();
  const urls = requests.map((request) => request.url);
  assert.ok(urls.includes('/nobody/has/this'));
  assert.ok(!urls.includes('/api/v2/tasks'));
});
await step('requests are removed by a pattern, and all of them', async () => {
  await client.requests.removeRequests({ method: 'POST', urlPath: route });
  assert.equal((await client.requests.getCount({ urlPath: route })).count, 1);
  await client.requests.deleteAllRequests();
  assert.equal((await client.requests.getAllRequests()).meta.total, 0);
});

console.log('wiremock-captain');
await step('stubs with features of each kind are registered', async () => {
  await mock.register(
    { method: 'POST', endpoint: '/api/v2/groups', body: { name: 'x' }, headers: { 'X-Test': 'a.*' }, queryParameters: { q: '1' } },
    { status: 201, body: { made: true } },
    { requestIgnoreExtraElements: true, requestEndpointFeature: captain.EndpointFeature.UrlPath, requestHeaderFeatures: { 'X-Test': captain.MatchingAttributes.Matches }, stubPriority: 2 });
  const answer = await ask('/api/v2/groups?q=1', { method: 'POST', headers: { 'X-Test': 'abc', 'Content-Type': 'application/json' }, body: '{"name":"x","more":1}' });
  assert.equal(answer.status, 201);
  assert.deepEqual(await answer.json(), { made: true });
});
await step('a mapping is read and deleted', async () => {
  const { id } = await mock.register({ method: 'GET', endpoint: '/one' }, { status: 200 });
  assert.equal((await mock.getMapping(id)).id, id);
  await mock.deleteMapping(id);
  await assert.rejects(mock.getMapping(id), (error) => error.response.status === 404);
  assert.equal((await mock.getAllMappings()).length, 1);
});
await step('a fault breaks the connection', async () => {
  await mock.register({ method: 'GET', endpoint: '/broken' }, { status: 200 }, { fault: captain.WireMockFault.CONNECTION_RESET_BY_PEER });
  await assert.rejects(ask('/broken'));
});
await step('delays are of three kinds', async () => {
  for (const responseDelay of [
    { type: captain.DelayType.FIXED, constantDelay: 20 },
    { type: captain.DelayType.UNIFORM, lower: 1, upper: 5 },
    { type: captain.DelayType.LOG_NORMAL, median: 2, sigma: 0.1 },
  ]) {
    await mock.register({ method: 'GET', endpoint: '/late' }, { status: 200, body: {} }, { responseDelay });
    assert.equal((await ask('/late')).status, 200);
  }
});
await step('a scenario is listed and reset', async () => {
  await mock.register({ method: 'GET', endpoint: '/s' }, { status: 200 }, { scenario: { scenarioName: 's', requiredScenarioState: 'Started', newScenarioState: 'two' } });
  await ask('/s');
  assert.equal((await mock.getAllScenarios())[0].state, 'two');
  await mock.resetAllScenarios();
  assert.equal((await mock.getAllScenarios())[0].state, 'Started');
});
await step('an endpoint has stubs and requests of its own', async () => {
  const api = new captain.WireMockAPI(here, '/own', 'GET');
  await api.register({}, { status: 200, body: { own: true } });
  await ask('/own');
  assert.equal((await api.getRequestsForAPI()).length, 1);
});
await step('requests are listed, those that nobody answered as well', async () => {
  await ask('/nobody');
  assert.ok((await mock.getAllRequests()).length >= 2);
  assert.ok((await mock.getUnmatchedRequests()).some((request) => request.url === '/nobody'));
  assert.equal((await mock.getRequestsForAPI('GET', '/nobody')).length, 1);
});
await step('all is cleared', async () => {
  await mock.clearAll();
  assert.equal((await mock.getAllMappings()).length, 0);
  assert.equal((await mock.getAllRequests()).length, 0);
  await mock.clearAllExceptDefault();
});

console.log(`${steps} steps, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function step(name, run) {
  steps++;
  try {
    await run();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed++;
    console.log(`failed  ${name}: ${error.message.split('\n')[0]}`);
  }
}
