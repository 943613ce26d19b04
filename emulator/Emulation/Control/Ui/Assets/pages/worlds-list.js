// The worlds: list, fork, delete, reset; with the snapshots of this world and the comparison of two.
import { call, get } from '../api.js';
import { emit } from '../bus.js';
import { h } from '../dom.js';
import { confirm } from '../parts/dialog.js';
import { choice, form, text } from '../parts/form.js';
import { count, instant } from '../parts/format.js';
import { panel } from '../parts/panel.js';
import { table } from '../parts/table.js';
import { addressOf, go } from '../router.js';
import { comparison } from './worlds-compare.js';
import { snapshotCard } from './worlds-snapshots.js';

const apart = { world: false };

const pathOf = name => `/_emulator/worlds/${encodeURIComponent(name)}`;

async function remove(name, world, act) {
  if (!await confirm(`Delete the world ${name}?`, 'Its data, faults, stubs, snapshots and requests are lost.', 'Delete')) return;
  if (name === world) {
    await call('DELETE', pathOf(name), apart);
    go(addressOf('worlds', { world: 'default' }));
  } else {
    await act(`The world ${name} was deleted.`, () => call('DELETE', pathOf(name), apart));
  }
  emit('worlds-changed');
}

async function reset(world, act) {
  if (!await confirm(`Reset the world ${world}?`, 'Data, clock, faults, limits and stubs become those of the dataset; recorded requests '
    + 'are deleted. Snapshots are kept.', 'Reset')) return;
  await act(`The world ${world} was reset.`, () => call('POST', '/_emulator/reset'));
}

function worldTable(worlds, world, act) {
  return table([
    { title: 'Name', cell: row => [h('a', { href: addressOf('worlds', { world: row.name }) }, h('span', { class: 'name' }, row.name)),
      ' ', row.name === world && h('span', { class: 'badge on' }, 'this page')] },
    { title: 'Nodes', class: 'number', cell: row => count(row.nodes) },
    { title: 'Its time (UTC)', class: 'number', cell: row => instant(row.now) },
    { title: 'Unused for', class: 'number', cell: row => row.idleFor ?? '' },
    { title: 'Snapshots', class: 'number', cell: row => count(row.snapshots) },
    { title: '', cell: row => h('div', { class: 'actions' },
      row.name === world && h('button', { type: 'button', class: 'small', onclick: () => reset(world, act) }, 'Reset'),
      row.name !== 'default' && h('button', { type: 'button', class: 'small', 'aria-label': `Delete the world ${row.name}`,
        onclick: () => remove(row.name, world, act) }, 'Delete')) },
  ], worlds, { caption: 'Worlds' });
}

function forkForm({ snapshots }, world, act) {
  const sources = [['world', `${world} as it is now`], ['dataset', 'the dataset'],
    ...snapshots.map(({ name }) => [`snapshot ${name}`, `snapshot ${name} of ${world}`])];
  const submit = values => act(`The world ${values.name} was created.`, async () => {
    const from = values.from === 'dataset' ? undefined
      : values.from === 'world' ? { world } : { world, snapshot: values.from.slice('snapshot '.length) };
    await call('POST', '/_emulator/worlds', { ...apart, body: { name: values.name, from } });
    emit('worlds-changed');
  });
  return form({ class: 'line', submit },
    text('New world', { name: 'name', required: true, pattern: '[A-Za-z0-9._\\-]{1,64}', placeholder: 'mine',
      title: '1 to 64 letters, digits, dots, underscores or hyphens' }),
    choice('A copy of', sources, { name: 'from' }),
    h('button', { class: 'primary' }, 'Fork'));
}

export function worldsPanel({ world, signal }) {
  const read = async () => ({
    ...await get('/_emulator/worlds', { ...apart, signal }),
    ...await get('/_emulator/snapshots', { signal }),
  });
  return panel(read, (data, act) => [
    h('section', { class: 'card' }, h('h2', null, 'All worlds'), worldTable(data.worlds, world, act), forkForm(data, world, act),
      h('p', { class: 'note' }, 'A client names its world with the header ', h('code', null, 'X-Emulator-World'), ' or the path prefix ',
        h('code', null, `/worlds/NAME`), '. A world named for the first time is a copy of the dataset.')),
    snapshotCard(data.snapshots, world, act),
    comparison(data.worlds.map(one => one.name), world, signal),
  ], signal);
}
