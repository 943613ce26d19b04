// Watches the server: a heartbeat tells whether it answers, whether the world exists, and what time it is there.
import { get, send } from './api.js';
import { emit, on } from './bus.js';
import { current } from './router.js';

const period = 3000;
const retry = 1000;

let state = 'online';

function become(next) {
  const before = state;
  state = next;
  if (before !== 'online' && next === 'online') emit('online');
}

async function beat() {
  if (state === 'offline') {
    await send('GET', '/_emulator/health/live', { world: false });
    become('online');
  }
  if (state === 'seeding') {
    const health = await fetch('/_emulator/health/ready', { cache: 'no-store' });
    if (health.ok) become('online');
    else emit('seeding', (await health.json().catch(() => ({}))).percent);
  }
  if (state !== 'online' || document.hidden) return;
  const path = `/_emulator/worlds/${encodeURIComponent(current().world)}`;
  try {
    emit('tick', await get(path, { world: false }));
  } catch (error) {
    if (error.status === 404) emit('world-gone');
  }
}

/** Begins the heartbeat, which never ends. */
export function watch() {
  on('offline', () => become('offline'));
  on('seeding', () => become('seeding'));
  on('unauthorized', () => become('unauthorized'));
  on('authorized', () => become('online'));
  on('world-gone', () => become('gone'));
  on('world-changed', () => become('online'));
  const next = async () => {
    await beat().catch(() => {});
    setTimeout(next, state === 'online' ? period : retry);
  };
  setTimeout(next, period);
}
