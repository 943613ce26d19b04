// A world of the API emulator for each test.
const { createHash } = require('node:crypto');

const TOKEN = 'TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=';

// An emulator that other machines reach wants the token of its control plane there.
function credentials(target, headers) {
  const token = process.env.EMULATOR_CONTROL_TOKEN;
  return token && target.startsWith('/_emulator/') ? { Authorization: `Bearer ${token}` } : headers;
}

/** Call it at the top of a test file: each of its tests has its own world, reset before the test and deleted after it. */
function useWorld(headers = { Authorization: TOKEN }) {
  const world = {
    url: process.env.EMULATOR_URL,
    name: undefined,
    /** For clients that cannot send a header: the same world by its path. */
    get baseUrl() { return `${world.url}/worlds/${world.name}`; },
    /** Sends a request in this world; body is an object. */
    send: (method, target, body) => fetch(world.url + target, {
      method,
      headers: { 'X-Emulator-World': world.name, 'Content-Type': 'application/json', ...credentials(target, headers) },
      body: body && JSON.stringify(body),
    }),
    reset: () => world.send('POST', '/_emulator/reset'),
    delete: () => world.send('DELETE', `/_emulator/worlds/${world.name}`),
  };
  beforeEach(async () => {
    const { currentTestName, testPath } = expect.getState();
    const hash = createHash('sha256').update(`${testPath} ${currentTestName}`).digest('hex').slice(0, 8);
    world.name = `${currentTestName.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 55)}-${hash}`;
    // An earlier run against the same emulator may have left its state.
    const answer = await world.reset();
    if (answer.status !== 200) throw new Error(await answer.text());
  });
  afterEach(() => world.delete());
  return world;
}

module.exports = { useWorld };
