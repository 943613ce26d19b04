// The routes of Coverage, by API and by the beginning of their paths, in groups that open. Many routes are too long a list for a phone.
import { h, show as fill } from '../dom.js';
import { count, plural, titles } from '../parts/format.js';
import { table } from '../parts/table.js';
import { addressOf } from '../router.js';

// What a filter finds is shown at once up to this number of routes.
const fewRoutes = 40;

function grouped(routes, keyOf) {
  const found = new Map();
  for (const route of routes) found.set(keyOf(route), [...found.get(keyOf(route)) ?? [], route]);
  return found;
}

const beginning = path => `/${path.split('/').filter(part => part !== '').slice(0, 2).join('/')}`;

const columns = (hasCounts, hasCompared) => [
  { title: 'Route', class: 'request', cell: row => [h('span', { class: 'mono' }, h('strong', null, row.method), ' ', row.path),
    h('div', { class: 'why muted' }, row.name)] },
  { title: 'Known from', cell: row => [h('span', { class: 'badge' }, row.provenance), h('div', { class: 'why muted' }, row.source)] },
  { title: 'Served', class: 'tight', cell: row => row.served ? 'yes' : h('span', { class: 'status refused' }, 'no (501)') },
  ...hasCounts ? [
    { title: 'Requests', class: 'number', cell: row => row.requests > 0
      ? h('a', { href: addressOf('requests', { text: row.name }) }, count(row.requests)) : '0' },
    { title: 'Refused', class: 'number', cell: row => count(row.refused) },
  ] : [],
  ...hasCompared ? [
    { title: 'Compared', class: 'tight', cell: row => row.compared
      ? [`${row.compared.at.slice(0, 10)} `, h('div', { class: 'why muted' }, plural(row.compared.differences, 'difference'))] : 'never' },
  ] : [],
];

function facts(routes) {
  const sum = member => routes.reduce((total, route) => total + (route[member] ?? 0), 0);
  const [requests, refused, unserved] = [sum('requests'), sum('refused'), routes.filter(route => !route.served).length];
  return [plural(routes.length, 'route'), unserved > 0 && `${count(unserved)} not served`,
    requests > 0 && plural(requests, 'request'), refused > 0 && `${count(refused)} refused`].filter(Boolean).join(' · ');
}

/** The groups: { element, show(routes) }. Those that were opened stay open when other routes are shown. */
export function groups(all) {
  const element = h('div', { class: 'groups' });
  const rows = columns(all.some(route => route.requests !== undefined), all.some(route => route.compared !== undefined));
  const opened = new Map();

  function group(api, path, routes, isFew) {
    const key = `${api} ${path}`;
    const body = h('div');
    const details = h('details', { class: 'group', 'data-key': key },
      h('summary', null, h('span', { class: 'name' }, path), ' ', h('span', { class: 'muted' }, facts(routes))), body);
    const draw = () => {
      if (details.open && body.childElementCount === 0)
        fill(body, table(rows, routes, { class: 'routes-list', caption: `Routes under ${path}` }));
    };
    details.open = opened.get(key) ?? isFew;
    draw();
    // Clicks are noted, not "toggle", which also comes for a group that is open because there are few routes.
    details.querySelector('summary').addEventListener('click', () => opened.set(key, !details.open));
    details.addEventListener('toggle', draw);
    return details;
  }

  function show(routes) {
    const isFew = routes.length <= fewRoutes;
    const focused = document.activeElement?.closest?.('summary')?.parentElement.dataset.key;
    const apis = grouped(routes, route => route.api);
    fill(element, routes.length === 0
      ? h('p', { class: 'empty' }, 'No route fits this filter.')
      : [...apis].map(([api, ofApi]) => h('section', null,
        h('h2', null, `Routes of ${titles[api] ?? api}`),
        [...grouped(ofApi, route => beginning(route.path))].map(([path, ofGroup]) => group(api, path, ofGroup, isFew)))));
    if (focused) [...element.querySelectorAll('.group')].find(one => one.dataset.key === focused)?.querySelector('summary').focus();
  }

  return { element, show };
}
