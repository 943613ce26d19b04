// Rate limits of this world: so many requests in a time, by credential or by API.
import { call, get } from '../api.js';
import { h } from '../dom.js';
import { preview } from '../parts/code.js';
import { choice, form, text } from '../parts/form.js';
import { count } from '../parts/format.js';
import { panel } from '../parts/panel.js';
import { table } from '../parts/table.js';

const path = '/_emulator/rate-limits';

const limitOf = values => ({
  name: values.name, api: values.api, per: values.per, requests: Number(values.requests ?? 0), window: values.window ?? '',
  status: values.status && Number(values.status),
});

function limitForm(limits, act) {
  const shown = preview('PUT', path);
  const bodyOf = values => ({ limits: [...limits, limitOf(values)] });
  return form({
    class: 'stack',
    change: values => shown.update(bodyOf(values)),
    submit: values => act('The rate limit was added.', () => call('PUT', path, { body: bodyOf(values) })),
  },
    h('div', { class: 'fields' },
      text('Requests', { name: 'requests', value: '10', inputmode: 'numeric', pattern: '[0-9]+', required: true }),
      text('In', { name: 'window', value: '1m', required: true, note: '10s, 1m, 1h, 1d' }),
      choice('For each', [['credential', 'credential'], ['api', 'API']], { name: 'per' }),
      choice('API', [['', 'every'], 'threatconnect', 'deso', 'threatwinds'], { name: 'api' }),
      choice('Answer', [['', 'the API’s own'], '429', '403'], { name: 'status' }),
      text('Name', { name: 'name', placeholder: 'given', pattern: '[A-Za-z0-9._\\-]{1,64}' })),
    h('p', { class: 'actions' }, h('button', { class: 'primary' }, 'Add the limit')),
    shown.element);
}

export function limitsPanel({ world, signal }) {
  return panel(() => get(path, { signal }), ({ limits }, act) => {
    const remove = name => act(`The limit ${name} was removed.`, () =>
      call('PUT', path, { body: { limits: limits.filter(limit => limit.name !== name) } }));
    return [
      h('section', { class: 'card' }, h('h2', null, 'Limit requests'), limitForm(limits, act)),
      h('section', { class: 'card' },
        h('h2', null, 'Rate limits of ', h('span', { class: 'name' }, world)),
        table([
          { title: 'Name', cell: row => h('span', { class: 'name' }, row.name) },
          { title: 'Requests', class: 'number', cell: row => count(row.requests) },
          { title: 'In', class: 'number', cell: row => row.window },
          { title: 'For', cell: row => row.per === 'api' ? row.api ?? 'each API' : `each credential of ${row.api ?? 'every API'}` },
          { title: 'Answer', class: 'tight', cell: row => row.status ?? 'the API’s own' },
          { title: '', cell: row => h('div', { class: 'actions' }, h('button', { type: 'button', class: 'small',
            'aria-label': `Remove the limit ${row.name}`, onclick: () => remove(row.name) }, 'Remove')) },
        ], limits, { caption: 'Rate limits', empty: 'No limit: clients may send as many requests as they want.' })),
    ];
  }, signal);
}
