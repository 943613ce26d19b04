// Events between the modules: 'offline', 'online', 'seeding', 'unauthorized', 'world-gone', 'worlds-changed', 'changed' (a world, perhaps
// by someone else), 'tick'.

const target = new EventTarget();

export const emit = (name, detail) => target.dispatchEvent(new CustomEvent(name, { detail }));

export const on = (name, listener, signal) => target.addEventListener(name, event => listener(event.detail), { signal });
