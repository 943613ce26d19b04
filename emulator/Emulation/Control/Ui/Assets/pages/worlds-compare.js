// What differs between two worlds, by kind.
import { get, withQuery } from '../api.js';
import { h, show } from '../dom.js';
import { choice, form } from '../parts/form.js';
import { count } from '../parts/format.js';
import { table } from '../parts/table.js';

const words = { added: 'only there', removed: 'only here', changed: 'different' };

function examples(kind) {
  return h('details', null, h('summary', null, 'Show'), h('ul', null, kind.items.map(item =>
    h('li', null, `${item.label || item.id} `, h('small', null, words[item.change]))),
  kind.more > 0 && h('li', null, `and ${count(kind.more)} more`)));
}

function result(diff, here, there) {
  if (diff.equal) return h('p', null, 'The two worlds are equal.');
  const settings = Object.entries(diff.settings).filter(([, differs]) => differs).map(([name]) => name);
  const kinds = [...diff.kinds, ...diff.links.map(link => ({ ...link, kind: `link ${link.relation}`, items: [], more: 0 }))];
  return [
    settings.length > 0 && h('p', null, 'Different settings: ', settings.join(', '), '.'),
    table([
      { title: 'Kind', cell: row => [row.kind, ' ', row.api && h('span', { class: 'badge' }, row.api)] },
      { title: `Only in ${here}`, class: 'number', cell: row => count(row.removed) },
      { title: `Only in ${there}`, class: 'number', cell: row => count(row.added) },
      { title: 'Different', class: 'number', cell: row => count(row.changed) },
      { title: '', cell: row => row.items.length > 0 ? examples(row) : '' },
    ], kinds, { caption: `Differences of ${here} and ${there}`, empty: 'The data is equal.' }),
  ];
}

export function comparison(names, world, signal) {
  const place = h('div', { class: 'panel', 'aria-live': 'polite' });
  if (names.length < 2) {
    return h('section', { class: 'card' }, h('h2', null, 'Compare'),
      h('p', { class: 'note' }, 'With a second world, this shows what differs.'));
  }
  const other = names.find(name => name !== world) ?? names[0];
  const compare = async values => {
    const path = `/_emulator/worlds/${encodeURIComponent(values.here)}/diff`;
    show(place, result(await get(withQuery(path, { with: values.there }), { world: false, signal }), values.here, values.there));
  };
  return h('section', { class: 'card' }, h('h2', null, 'Compare'),
    form({ class: 'line', submit: compare },
      choice('World', names, { name: 'here', value: world }),
      choice('With', names, { name: 'there', value: other }),
      h('button', null, 'Compare')),
    place);
}
