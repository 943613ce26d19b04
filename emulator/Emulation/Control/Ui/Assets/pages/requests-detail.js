// One request with its answer, and why it was answered so.
import { send } from '../api.js';
import { h } from '../dom.js';
import { code } from '../parts/code.js';
import { copyButton } from '../parts/copy.js';
import { bytes, instant, milliseconds, pretty } from '../parts/format.js';
import { addressOf } from '../router.js';
import { fromJournal, status } from './requests-list.js';
import { nearestStubs, stubDialog } from './requests-stubs.js';

const curlOf = id => async () => (await send('GET', `/_emulator/requests/${encodeURIComponent(id)}/curl`)).text();

function why(entry) {
  const rows = [];
  if (entry.refusal) rows.push(['Refused because', entry.refusal.reason]);
  if (entry.refusal?.source) rows.push(['Rule from', entry.refusal.source]);
  if (entry.nearestRoute) rows.push(['Nearest route', h('code', null, entry.nearestRoute)]);
  if (entry.faults.length > 0) rows.push(['Fault', entry.faults.map(name => h('span', { class: 'badge on' }, name))]);
  if (entry.stub) rows.push(['Stub', entry.stub]);
  if (entry.ending !== 'none') rows.push(['Connection', entry.ending]);
  if (entry.bug) rows.push(['Bug', `${entry.bug.type}: ${entry.bug.message}`]);
  if (entry.note) rows.push(['Note', entry.note]);
  return rows;
}

function facts(entry) {
  return [
    ['Time', `${instant(entry.time)} UTC`],
    ['Took', milliseconds(entry.milliseconds)],
    ['Caller', [entry.caller, entry.clientIp && h('span', { class: 'muted' }, ` from ${entry.clientIp}`)]],
    ['Route', entry.route ? [h('code', null, `${entry.route.method} ${entry.route.path}`), ' ',
      h('span', { class: 'badge' }, entry.route.provenance)] : 'none'],
    ['Source', entry.route?.source],
    ['Data', entry.graphVersion.before === entry.graphVersion.after ? null
      : `changed: version ${entry.graphVersion.before} to ${entry.graphVersion.after}`],
  ].filter(([, value]) => value);
}

const list = rows => h('dl', { class: 'facts' }, rows.flatMap(([name, value]) => [h('dt', null, name), h('dd', null, value)]));

function message(title, part) {
  const headers = Object.entries(part.headers).flatMap(([name, value]) => [value].flat().map(one => `${name}: ${one}`)).join('\n');
  const body = part.body ?? (part.base64Body && `(not text, base64) ${part.base64Body}`);
  return h('section', null,
    h('h3', null, title, ' ', h('small', null, part.bodyBytes > 0 && bytes(part.bodyBytes), part.bodyCut && ', cut')),
    headers && h('details', null, h('summary', null, 'Headers'), code(headers, `${title}: headers`)),
    body ? code(pretty(body), `${title}: body`) : h('p', { class: 'note' }, 'No body.'));
}

export function detail(entry, { close }) {
  const reasons = why(entry);
  const route = entry.route?.name;
  return [
    h('header', null,
      h('h2', null, status(fromJournal(entry)), ' ', entry.method, ' ', h('span', { class: 'target' }, entry.target)),
      h('button', { type: 'button', class: 'small', onclick: close }, 'Close')),
    h('p', { class: 'actions' },
      copyButton(curlOf(entry.id), 'Copy as curl'),
      h('button', { type: 'button', class: 'small', onclick: () => stubDialog(entry) }, 'Make a stub'),
      route && h('a', { class: 'button small', href: addressOf('worlds', { tab: 'faults', api: entry.api, route }) }, 'Make it fail')),
    reasons.length > 0 && h('div', { class: 'reasons' }, list(reasons)),
    list(facts(entry)),
    nearestStubs(entry),
    message('Request', entry.request),
    message('Answer', entry.response),
  ];
}
