const host = '/api/v2/indicators/hosts/example.org';

// Each test has its own world, which no other test sees. It is reset first: an earlier run against the same emulator left its state there.
let world;
beforeEach(async () => {
  world = expect.getState().currentTestName.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 64);
  await send('POST', '/_emulator/reset');
});

const send = (method, target, body) => fetch(process.env.EMULATOR_URL + target, {
  method,
  headers: {
    'X-Emulator-World': world,
    Authorization: 'TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=',
    'Content-Type': 'application/json',
  },
  body: body && JSON.stringify(body),
});

test('a deleted host is gone', async () => {
  expect((await send('DELETE', host)).status).toBe(200);
  expect((await send('GET', host)).status).toBe(404);
});

test('the host is there in every other world', async () => {
  const answer = await (await send('GET', host)).json();
  expect(answer.data.host.description).toBe('Malicious domain.');
});

test('a token expires when its time has come', async () => {
  await send('PUT', '/_emulator/clock', { mode: 'frozen', now: '2100-01-01T00:00:00Z' });
  expect((await send('GET', '/api/v2/whoami')).status).toBe(401);
});
