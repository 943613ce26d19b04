// Which page the address names, and moving between pages without loading the document again. The world is part of the address.

const root = '/_emulator/ui/';

export const pages = {
  start:    { title: 'Start',    load: () => import('./pages/start.js') },
  graph:    { title: 'Graph',    load: () => import('./pages/graph.js') },
  requests: { title: 'Requests', load: () => import('./pages/requests.js') },
  worlds:   { title: 'Worlds',   load: () => import('./pages/worlds.js') },
  coverage: { title: 'Coverage', load: () => import('./pages/coverage.js') },
};

let changed = () => {};
let shown = '';

// A link within the page changes the address too, but not what it shows.
function changeIfOther() {
  if (location.pathname + location.search !== shown) notify();
}

function notify() {
  shown = location.pathname + location.search;
  changed();
}

/** The page, its world and the other parameters of the address. */
export function current() {
  const query = new URLSearchParams(location.search);
  const world = query.get('world') || 'default';
  query.delete('world');
  const name = location.pathname.startsWith(root) ? location.pathname.slice(root.length).replace(/\/$/, '') : '';
  return { page: name || 'start', world, query };
}

/** The address of a page: of the world of the present page unless another is given. */
export function addressOf(page, parameters = {}) {
  const world = parameters.world ?? current().world;
  const query = new URLSearchParams(Object.entries(parameters).filter(([name, value]) => name !== 'world' && value));
  if (world !== 'default') query.set('world', world);
  const text = query.toString();
  return root + (page === 'start' ? '' : page) + (text && `?${text}`);
}

export function go(address) {
  history.pushState(null, '', address);
  notify();
}

/** Changes parameters of the address without a new entry in the history. */
export function replaceQuery(parameters) {
  const { page, query } = current();
  for (const [name, value] of Object.entries(parameters)) query.set(name, value ?? '');
  history.replaceState(null, '', addressOf(page, Object.fromEntries(query)));
  shown = location.pathname + location.search;
}

function isOwn(link, event) {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  return plain && !link.target && !link.hasAttribute('download') && link.origin === location.origin && link.pathname.startsWith(root);
}

/** `listener` runs whenever the address changes. */
export function start(listener) {
  changed = listener;
  // A page opened under the prefix of a world: the world moves into the query.
  const prefix = /^\/worlds\/([^/]+)\//.exec(location.pathname);
  if (prefix) history.replaceState(null, '', addressOf('start', { world: decodeURIComponent(prefix[1]) }));
  else if (!location.pathname.startsWith(root)) history.replaceState(null, '', root + location.search);
  shown = location.pathname + location.search;
  addEventListener('popstate', changeIfOther);
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    if (!link || !isOwn(link, event) || link.hash) return;
    event.preventDefault();
    go(link.href);
  });
}
