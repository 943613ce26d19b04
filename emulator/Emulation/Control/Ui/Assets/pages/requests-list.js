// The list of requests, from the journal or from events.
import { h } from '../dom.js';
import { milliseconds, statusClass, timeOfDay } from '../parts/format.js';
import { table } from '../parts/table.js';
import { addressOf } from '../router.js';

export const fromJournal = entry => ({
  id: entry.id, time: entry.time, api: entry.api, method: entry.method, target: entry.target, status: entry.status,
  took: entry.milliseconds, route: entry.route?.name, stub: entry.stub, faults: entry.faults, reason: entry.refusal?.reason,
  ending: entry.ending,
});

export const fromEvent = event => ({
  id: event.id, time: event.time, api: event.api, method: event.method, target: event.target, status: event.status,
  took: event.milliseconds, route: event.route, stub: event.stub, faults: event.faults ?? [], reason: event.reason, ending: event.ending,
});

/** The status of an answer, or what happened to the connection. */
export const status = row => row.status > 0
  ? h('span', { class: `status ${statusClass(row.status)}` }, String(row.status))
  : h('span', { class: 'status failed' }, row.ending && row.ending !== 'none' ? row.ending : 'none');

function why(row) {
  return h('div', { class: 'why' },
    row.faults.map(name => h('span', { class: 'badge on' }, `fault ${name}`)),
    row.stub && h('span', { class: 'badge on', title: row.stub }, `stub ${row.stub.slice(0, 8)}`),
    row.reason ?? (row.route && h('span', { class: 'muted' }, row.route)));
}

function request(row, options) {
  const target = [h('strong', null, row.method), ' ', row.target];
  return [
    row.id ? h('button', { type: 'button', class: 'link', onclick: () => options.select(row.id) }, target) : h('span', null, target),
    why(row),
  ];
}

function empty(options) {
  if (options.isFiltered) return 'No recorded request fits this filter.';
  return ['No client has sent a request to this world yet. The ', h('a', { href: addressOf('start') }, 'start page'),
    ' has one to copy.'];
}

export function requestTable(rows, options) {
  return table([
    { title: 'Status', class: 'tight', cell: status },
    { title: 'Request', class: 'request', cell: row => request(row, options) },
    { title: 'API', class: 'tight', cell: row => row.api },
    { title: 'Time', class: 'number', cell: row => timeOfDay(row.time) },
    { title: 'Took', class: 'number', cell: row => milliseconds(row.took) },
  ], rows, {
    caption: 'Requests, newest first',
    class: 'requests-list',
    empty: empty(options),
    rowAttributes: row => row.id && row.id === options.selected ? { class: 'selected', 'aria-current': 'true' } : {},
  });
}
