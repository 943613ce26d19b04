const host = '/api/v2/indicators/hosts/example.org';

// A world of each test's own: what it writes, nobody else sees.
let world;
beforeEach(() => { world = expect.getState().currentTestName.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 64); });

const ask = (method, target, body) => fetch(process.env.EMULATOR_URL + target, {
  method,
  headers: {
    'X-Emulator-World': world,
    Authorization: 'TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=',
    'Content-Type': 'application/json',
  },
  body: body && JSON.stringify(body),
});

test('a deleted host is gone', async () => {
  expect((await ask('DELETE', host)).status).toBe(200);
  expect((await ask('GET', host)).status).toBe(404);
});

test('the host is there in every other world', async () => {
  const answer = await (await ask('GET', host)).json();
  expect(answer.data.host.description).toBe('Malicious domain.');
});

test('a token expires when its time has come', async () => {
  await ask('PUT', '/_emulator/clock', { mode: 'frozen', now: '2100-01-01T00:00:00Z' });
  expect((await ask('GET', '/api/v2/whoami')).status).toBe(401);
});
