// Coverage: the routes with their provenance, served or not, and how often they were requested in this world.
import { get, send } from '../api.js';
import { announce, h, show as fill } from '../dom.js';
import { follow } from '../events.js';
import { save } from '../parts/copy.js';
import { choice, form, text } from '../parts/form.js';
import { count, plural, titles } from '../parts/format.js';
import { replaceQuery } from '../router.js';
import { groups } from './coverage-groups.js';

const uses = [['', 'All'], ['used', 'Requested'], ['refused', 'With refusals'], ['unused', 'Never requested'], ['unserved', 'Not served']];

const provenances = [['', 'All'], ['documented', 'the documents'], ['reference', 'the vendor’s other pages'], ['client', 'one client']];

function hasUse(route, use) {
  switch (use) {
    case 'used': return route.requests > 0;
    case 'refused': return route.refused > 0;
    case 'unused': return route.requests === 0;
    case 'unserved': return !route.served;
    default: return true;
  }
}

function matches(route, { api, provenance, use, text: words }) {
  if ((api && route.api !== api) || (provenance && route.provenance !== provenance) || !hasUse(route, use)) return false;
  const all = `${route.method} ${route.path} ${route.name} ${route.source}`.toLowerCase();
  return !words || words.toLowerCase().split(/\s+/).every(word => all.includes(word));
}

function totalCard(name, total) {
  const served = total.documentedPaths === 0 ? 0 : total.documentedPathsServed / total.documentedPaths;
  return h('section', { class: 'card total' },
    h('h2', null, titles[name] ?? name),
    h('p', null, h('strong', null, `${count(total.served)} of ${count(total.rows)}`), ' routes served'),
    h('p', { class: 'note' }, `${count(total.documentedPathsServed)} of ${plural(total.documentedPaths, 'documented path')}`),
    h('progress', { value: served, max: 1, 'aria-label': `Documented paths of ${name} that are served` }),
    total.requests !== undefined && h('p', { class: 'note' }, plural(total.requests, 'request'), `, ${count(total.refused)} refused, `,
      `${count(total.unmatched)} to unknown paths`));
}

export async function show(view, { world, query, signal }) {
  const path = '/_emulator/coverage';
  let { totals, routes } = await get(path, { signal });
  const hasCounts = routes.some(route => route.requests !== undefined);
  const list = groups(routes);
  const cards = h('div', { class: 'totals' });
  const summary = h('p', { role: 'status' });
  const draw = filter => {
    const shown = routes.filter(route => matches(route, filter));
    fill(cards, Object.entries(totals).map(([name, total]) => totalCard(name, total)));
    summary.textContent = `${plural(shown.length, 'route')} of ${count(routes.length)}`;
    list.show(shown);
  };
  const exportJson = async () => {
    save('coverage.json', await (await send('GET', path)).text());
    announce('Saved as coverage.json.');
  };
  const filter = Object.fromEntries(query);
  const change = () => {
    const values = Object.fromEntries(new FormData(filterForm));
    replaceQuery(values);
    draw(values);
  };
  const filterForm = form({ class: 'line filter', submit: change, 'aria-label': 'Filter' },
    choice('API', [['', 'All'], ...Object.keys(totals)], { name: 'api', value: filter.api ?? '' }),
    choice('Known from', provenances, { name: 'provenance', value: filter.provenance ?? '' }),
    choice('Use', hasCounts ? uses : uses.filter(([use]) => use === '' || use === 'unserved'), { name: 'use', value: filter.use ?? '' }),
    text('Text', { name: 'text', value: filter.text ?? '', placeholder: 'path, name or source', type: 'search' }));
  filterForm.addEventListener('input', change);
  fill(view,
    h('header', null, h('h1', null, 'Coverage'), summary, h('div', { class: 'actions' },
      h('button', { type: 'button', onclick: () => exportJson().catch(error => announce(error.message)) }, 'Save as JSON'))),
    cards, filterForm, list.element);
  draw(filter);
  const reload = async () => {
    ({ totals, routes } = await get(path, { signal }));
    // A link that has the focus would lose it.
    if (!list.element.querySelector('a:focus')) draw(Object.fromEntries(new FormData(filterForm)));
  };
  const isMeant = (name, event) => name === 'request' || (name === 'change' && event.action === 'reset');
  follow(world, isMeant, () => reload().catch(() => {}), signal);
}
