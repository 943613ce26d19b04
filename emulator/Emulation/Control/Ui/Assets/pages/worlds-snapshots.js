// The snapshots of this world: take, restore, delete.
import { call } from '../api.js';
import { h } from '../dom.js';
import { form, text } from '../parts/form.js';
import { count, instant } from '../parts/format.js';
import { table } from '../parts/table.js';

const pathOf = name => `/_emulator/snapshots/${encodeURIComponent(name)}`;

export function snapshotCard(snapshots, world, act) {
  const take = values => act(`The snapshot ${values.name} was taken.`, () => call('PUT', pathOf(values.name), { body: {} }));
  const restore = name => act(`${world} is as it was in ${name}.`, () => call('POST', `${pathOf(name)}/restore`));
  const remove = name => act(`The snapshot ${name} was deleted.`, () => call('DELETE', pathOf(name)));
  return h('section', { class: 'card' },
    h('h2', null, 'Snapshots of ', h('span', { class: 'name' }, world)),
    table([
      { title: 'Name', cell: row => h('span', { class: 'name' }, row.name) },
      { title: 'Taken (UTC)', class: 'number', cell: row => instant(row.taken) },
      { title: 'Nodes', class: 'number', cell: row => count(row.nodes) },
      { title: '', cell: row => h('div', { class: 'actions' },
        h('button', { type: 'button', class: 'small', onclick: () => restore(row.name) }, 'Restore'),
        h('button', { type: 'button', class: 'small', 'aria-label': `Delete the snapshot ${row.name}`, onclick: () => remove(row.name) },
          'Delete')) },
    ], snapshots, { caption: 'Snapshots', empty: 'No snapshot yet. One keeps all of the world but its recorded requests.' }),
    form({ class: 'line', submit: take },
      text('New snapshot', { name: 'name', required: true, pattern: '[A-Za-z0-9._\\-]{1,64}', placeholder: 'before' }),
      h('button', null, 'Take snapshot')));
}
