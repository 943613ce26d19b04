// Faults of this world: requests that go wrong, which ones, when and how.
import { call, get } from '../api.js';
import { h } from '../dom.js';
import { json } from '../parts/code.js';
import { count } from '../parts/format.js';
import { panel } from '../parts/panel.js';
import { table } from '../parts/table.js';
import { effectText, faultForm, matchText, whenText } from './worlds-fault-form.js';

function ruleTable(faults, act) {
  const remove = name => act(`The fault ${name} was removed.`, () => call('DELETE', `/_emulator/faults/${encodeURIComponent(name)}`));
  return table([
    { title: 'Name', cell: row => h('span', { class: 'name' }, row.rule.name) },
    { title: 'What happens', cell: row => effectText(row.rule) },
    { title: 'To requests', cell: row => matchText(row.rule.match) },
    { title: 'Which of them', cell: row => whenText(row.rule.when) },
    { title: 'Matched', class: 'number', cell: row => count(row.seen) },
    { title: 'Failed', class: 'number', cell: row => count(row.strikes) },
    { title: '', cell: row => h('div', { class: 'actions' },
      h('button', { type: 'button', class: 'small', 'aria-label': `Remove the fault ${row.rule.name}`,
        onclick: () => remove(row.rule.name) }, 'Remove')) },
  ], faults, { caption: 'Faults', empty: 'No fault: every request is answered as the API does.' });
}

export function faultsPanel({ world, query, signal }) {
  const read = async () => ({
    faults: (await get('/_emulator/faults', { signal })).faults,
    routes: (await get('/_emulator/coverage', { signal })).routes,
  });
  const wanted = { api: query.get('api') ?? '', route: query.get('route') ?? '' };
  return panel(read, ({ faults, routes }, act) => [
    h('section', { class: 'card' },
      h('h2', null, 'Make requests fail'),
      faultForm(routes, wanted, rule =>
        act('The fault was added.', () => call('POST', '/_emulator/faults', { body: rule })))),
    h('section', { class: 'card' },
      h('h2', null, 'Faults of ', h('span', { class: 'name' }, world)),
      ruleTable(faults, act),
      faults.length > 0 && [
        h('p', { class: 'actions' }, h('button', { type: 'button', class: 'small',
          onclick: () => act('All faults were removed.', () => call('DELETE', '/_emulator/faults')) }, 'Remove all')),
        h('details', { class: 'preview' }, h('summary', null, 'As JSON'), json(faults.map(one => one.rule), 'Faults as JSON')),
      ]),
  ], signal);
}
