const { useWorld } = require('..');

const host = '/api/v2/indicators/hosts/example.org';
const world = useWorld();

test('a deleted host is gone', async () => {
  expect((await world.send('DELETE', host)).status).toBe(200);
  expect((await world.send('GET', host)).status).toBe(404);
});

test('the host exists in every other world', async () => {
  const answer = await (await world.send('GET', host)).json();
  expect(answer.data.host.description).toBe('Malicious domain.');
});

test('a token expires', async () => {
  await world.send('PUT', '/_emulator/clock', { mode: 'frozen', now: '2100-01-01T00:00:00Z' });
  expect((await world.send('GET', '/api/v2/whoami')).status).toBe(401);
});

test('a world has a base URL', () => {
  expect(world.baseUrl).toBe(`${process.env.EMULATOR_URL}/worlds/${world.name}`);
});

test.each(Array.from({ length: 500 }, (_, number) => number))('each of 500 tests has its own world (%i)', async () => {
  expect((await world.send('DELETE', host)).status).toBe(200);
});
