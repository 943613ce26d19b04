// The stream of events of the control plane, read with fetch because EventSource can send neither a token nor a world.
import { send } from './api.js';

const pause = (milliseconds, signal) => new Promise(resolve => {
  const timer = setTimeout(resolve, milliseconds);
  signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); });
});

// A browser opens only a few connections to one server, so a tab in the background gives its own up.
async function untilVisible(signal) {
  while (document.hidden && !signal.aborted) {
    await new Promise(resolve => { document.addEventListener('visibilitychange', resolve, { once: true, signal }); });
  }
}

function abortWhenHidden() {
  const controller = new AbortController();
  const stop = () => { if (document.hidden) controller.abort(); };
  document.addEventListener('visibilitychange', stop, { signal: controller.signal });
  return controller;
}

function parse(block) {
  const event = { name: 'message', data: '' };
  for (const line of block.split('\n')) {
    const [, field, value] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
    if (field === 'event') event.name = value;
    if (field === 'data') event.data += value;
    if (field === 'id') event.id = value;
  }
  return event;
}

async function read(world, lastId, receive, signal) {
  const headers = { Accept: 'text/event-stream', ...(lastId && { 'Last-Event-ID': lastId }) };
  const response = await send('GET', `/_emulator/events?${new URLSearchParams({ world })}`, { headers, signal, world: false });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    for (const block of blocks) {
      const event = parse(block);
      if (event.data) receive(event.name, JSON.parse(event.data), event.id);
    }
  }
}

/** Receives events of a world until the signal ends it; false when this emulator has no such stream. */
export async function listen(world, receive, signal) {
  let lastId = '';
  const receiveAndNote = (name, data, id) => {
    lastId = id ?? lastId;
    receive(name, data);
  };
  while (!signal.aborted) {
    await untilVisible(signal);
    const visible = abortWhenHidden();
    try {
      await read(world, lastId, receiveAndNote, AbortSignal.any([signal, visible.signal]));
    } catch (error) {
      if (signal.aborted) return true;
      if (error.status === 404 || error.status === 429) return false;
    } finally {
      visible.abort();
    }
    await pause(1000, signal);
  }
  return true;
}

/** Calls `changed()` soon after an event of a world that is meant ('*': of any world), at most once a second, until the signal ends it. */
export function follow(world, isMeant, changed, signal) {
  let timer;
  let isRead = false;
  const receive = (name, data) => {
    // A stream that begins again has left out what happened meanwhile.
    const isChange = name === 'hello' ? isRead && !data.resumed : name === 'missed' || isMeant(name, data);
    isRead = true;
    if (!isChange || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (!signal.aborted) changed();
    }, 1000);
  };
  listen(world, receive, signal).catch(() => {});
}
