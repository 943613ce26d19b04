// What surrounds the pages: navigation, the selector of worlds, and the banner about the connection.
import { get } from './api.js';
import { on } from './bus.js';
import { byId, h, show } from './dom.js';
import { addressOf, current, go, pages } from './router.js';

const reconnecting = 'The emulator does not answer. This page goes on by itself when it is back.';

export function showNavigation(page) {
  const links = Object.entries(pages).map(([name, { title }]) =>
    h('a', { href: addressOf(name), 'aria-current': name === page && 'page' }, title));
  const { world } = current();
  const reference = h('a', { href: `/_emulator/docs?${new URLSearchParams({ world })}` }, 'Reference');
  show(byId('pages'), links, reference);
  document.querySelector('.brand').href = addressOf('start');
}

function fill(names, world) {
  const options = names.includes(world) ? names : [world, ...names];
  const select = byId('world');
  if (options.length === select.options.length && options.every((name, at) => select.options[at].value === name)) {
    select.value = world;
    return;
  }
  show(select, options.map(name => h('option', { value: name }, name)));
  select.value = world;
}

async function readNames() {
  const { worlds } = await get('/_emulator/worlds', { world: false });
  fill(worlds.map(world => world.name), current().world);
}

export function showWorlds(world) {
  const names = [...byId('world').options].map(option => option.value);
  fill(names, world);
  if (names.length <= 1) readNames().catch(() => {});
}

function banner(text) {
  byId('banner').textContent = text;
  byId('banner').hidden = text === '';
}

byId('world').addEventListener('change', event => {
  const { page } = current();
  go(addressOf(pages[page] ? page : 'start', { world: event.target.value }));
});
// The list is read again before it is opened.
for (const opening of ['focus', 'pointerenter']) byId('world').addEventListener(opening, () => readNames().catch(() => {}));

on('offline', () => banner(reconnecting));
on('seeding', percent => banner(`The data is still being loaded${percent > 0 ? `: ${percent} %` : ''}.`));
on('online', () => banner(''));
on('authorized', () => banner(''));
on('worlds-changed', () => readNames().catch(() => {}));
