// Start: where a client connects to, with which credentials, and what can be done here.
import { get } from '../api.js';
import { h, show as fill } from '../dom.js';
import { count, titles } from '../parts/format.js';
import { copyButton } from '../parts/copy.js';
import { addressOf } from '../router.js';
import { snippets } from './start-snippets.js';
import { story } from './start-story.js';

const tasks = [
  ['Watch what a client sends', 'Each request with its answer, live, and why it was refused.', 'requests', {}],
  ['Make a request fail', 'Answer the third request with 503, delay it, or break the connection.', 'worlds', { tab: 'faults' }],
  ['Stop or move the clock', 'Tokens, sessions and rate limits follow.', 'worlds', { tab: 'clock' }],
  ['Give each test its own world', 'Fork, snapshot, restore and reset at once, at any size.', 'worlds', {}],
];

const value = (text, name) => h('span', { class: 'value' }, h('code', { title: text }, text), copyButton(text, 'Copy', `Copy ${name}`));

// A long name breaks before one of its words.
const words = name => name.split(/(?=[A-Z][a-z])/).flatMap(word => [h('wbr'), word]);

function accountFacts(account) {
  const { name, ...credentials } = account;
  return h('div', { class: 'account' },
    h('h4', null, name),
    h('dl', { class: 'facts' }, Object.entries(credentials).flatMap(([key, text]) =>
      [h('dt', null, words(key)), h('dd', null, value(text, key))])));
}

function accounts(list) {
  if (list.length === 0) return h('p', { class: 'note' }, 'Needs no credentials.');
  const [first, ...others] = list;
  return [
    accountFacts(first),
    others.length > 0 && h('details', null,
      h('summary', null, others.length === 1 ? 'One more account' : `${count(others.length)} more accounts`), others.map(accountFacts)),
  ];
}

function apiCard(name, info) {
  const sample = info.samples?.[name];
  return h('section', { class: 'card api' },
    h('h2', null, titles[name] ?? name),
    h('h3', null, info.baseUrls[name].length === 1 ? 'Base address' : 'Base addresses'),
    info.baseUrls[name].map(address => value(address, 'base address')),
    h('h3', null, 'Credentials'),
    accounts(info.credentials[name] ?? []),
    sample && [h('h3', null, 'First request'), snippets(location.origin, sample, titles[name] ?? name)]);
}

function facts(info) {
  const nodes = Object.values(info.nodes).reduce((sum, one) => sum + one, 0);
  return `Version ${info.version} · dataset ${info.dataset} · ${count(nodes)} nodes · seed ${info.seed} · credentials ${info.auth}`;
}

export async function show(view, { signal }) {
  const info = await get('/_emulator/info', { signal });
  fill(view,
    h('header', null,
      h('h1', null, 'Three APIs, one set of data'),
      h('p', null, facts(info))),
    h('div', { class: 'apis' }, Object.keys(info.baseUrls).map(name => apiCard(name, info))),
    info.dataset === 'demo' && story(signal),
    h('section', { class: 'tasks', 'aria-label': 'What you can do here' }, tasks.map(([title, text, page, parameters]) =>
      h('a', { class: 'card task', href: addressOf(page, parameters) }, h('strong', null, title), h('span', null, text)))));
}
