// Stubs of this world, in WireMock's dialect, and the states of their scenarios.
import { call, get } from '../api.js';
import { h } from '../dom.js';
import { json } from '../parts/code.js';
import { area, form } from '../parts/form.js';
import { panel } from '../parts/panel.js';
import { table } from '../parts/table.js';

const example = {
  request: { method: 'GET', urlPath: '/api/v2/owners' },
  response: { status: 503, headers: { 'Content-Type': 'application/json' }, jsonBody: { status: 'Failure', message: 'Out of order' } },
};

function requestText(request = {}) {
  const name = ['url', 'urlPath', 'urlPattern', 'urlPathPattern', 'urlPathTemplate'].find(one => request[one]);
  return [h('strong', null, request.method ?? 'ANY'), ' ', name ? request[name] : 'any address'];
}

function stubTable(mappings, unmatched, act) {
  const remove = id => act('The stub was removed.', () => call('DELETE', `/__admin/mappings/${id}`));
  return table([
    { title: 'Request', cell: row => [requestText(row.request), row.name && h('div', { class: 'muted' }, row.name)] },
    { title: 'Answer', class: 'tight', cell: row => row.response?.fault ?? String(row.response?.status ?? 200) },
    { title: 'Scenario', cell: row => row.scenarioName ?? '' },
    { title: 'Used', class: 'tight', cell: row => unmatched.has(row.id) ? 'not yet' : 'yes' },
    { title: '', cell: row => h('div', { class: 'actions' },
      h('button', { type: 'button', class: 'small', 'aria-label': `Remove the stub ${row.name ?? row.id}`, onclick: () => remove(row.id) },
        'Remove')) },
  ], mappings, { caption: 'Stubs', empty: 'No stub: every request is answered by the emulated APIs.' });
}

function newStub(act) {
  const submit = values => act('The stub was added.', async () => {
    let mapping;
    try {
      mapping = JSON.parse(values.mapping ?? '');
    } catch (error) {
      throw new Error(`This is not JSON: ${error.message}`, { cause: error });
    }
    await call('POST', '/__admin/mappings', { body: mapping });
  });
  return form({ class: 'stack', submit },
    area('Mapping', { name: 'mapping', rows: '12', value: JSON.stringify(example, null, 2), note: 'In WireMock’s dialect.' }),
    h('p', { class: 'actions' }, h('button', { class: 'primary' }, 'Add the stub')));
}

function scenarioTable(scenarios, act) {
  const set = (name, state) => act(`The scenario ${name} is in the state ${state}.`, () =>
    call('PUT', `/__admin/scenarios/${encodeURIComponent(name)}/state`, { body: { state } }));
  return table([
    { title: 'Scenario', cell: row => h('span', { class: 'name' }, row.name) },
    { title: 'State', cell: row => {
      const states = [...new Set(['Started', row.state, ...row.possibleStates])];
      return h('select', { 'aria-label': `State of ${row.name}`, value: row.state, onchange: event => set(row.name, event.target.value) },
        states.map(state => h('option', { value: state }, state)));
    } },
    { title: 'Stubs', class: 'number', cell: row => String(row.mappings.length) },
  ], scenarios, { caption: 'Scenarios' });
}

export function stubsPanel({ world, signal }) {
  const read = async () => {
    const [{ mappings }, unmatched, { scenarios }] = await Promise.all(
      ['mappings', 'mappings/unmatched', 'scenarios'].map(name => get(`/__admin/${name}`, { signal })));
    return { mappings, unmatched: new Set(unmatched.mappings.map(stub => stub.id)), scenarios };
  };
  return panel(read, ({ mappings, unmatched, scenarios }, act) => [
    h('section', { class: 'card' },
      h('h2', null, 'Stubs of ', h('span', { class: 'name' }, world)),
      stubTable(mappings, unmatched, act),
      mappings.length > 0 && [
        h('p', { class: 'actions' }, h('button', { type: 'button', class: 'small',
          onclick: () => act('All stubs were removed.', () => call('DELETE', '/__admin/mappings')) }, 'Remove all')),
        h('details', { class: 'preview' }, h('summary', null, 'As JSON'), json(mappings, 'Stubs as JSON')),
      ]),
    scenarios.length > 0 && h('section', { class: 'card' },
      h('h2', null, 'Scenarios'),
      scenarioTable(scenarios, act),
      h('p', { class: 'actions' }, h('button', { type: 'button', class: 'small',
        onclick: () => act('All scenarios are at their start.', () => call('POST', '/__admin/scenarios/reset')) }, 'Start all again'))),
    h('section', { class: 'card' }, h('h2', null, 'Add a stub'), newStub(act)),
  ], signal);
}
