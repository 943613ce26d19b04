// Starts the dashboard: shows the page that the address names, and again when the address, the world or the connection changes.
import { setWorld } from './api.js';
import { emit, on } from './bus.js';
import { watch } from './connection.js';
import { byId, h, show } from './dom.js';
import { current, pages, start } from './router.js';
import { showNavigation, showWorlds } from './shell.js';
import { failure, tokenForm, unknownPage, worldGone } from './states.js';

let leaving = new AbortController();
let shown = '';

async function render() {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const { page, world, query } = current();
  const main = byId('main');
  setWorld(world);
  showNavigation(page);
  showWorlds(world);
  document.title = `${pages[page]?.title ?? 'Not found'} · API emulator`;
  if (!pages[page]) return show(main, unknownPage(page));
  const view = h('div', { class: `page ${page}` });
  try {
    const module = await pages[page].load();
    if (signal.aborted) return undefined;
    show(main, view);
    await module.show(view, { world, query, signal });
  } catch (error) {
    if (signal.aborted || error.name === 'AbortError') return undefined;
    if (error.status !== 401) show(view, failure(error));
  }
  return focusHeading(main, page);
}

// Moving to another page is announced; showing the same page again is not.
function focusHeading(main, page) {
  if (shown && shown !== page) {
    main.scrollIntoView();
    main.focus({ preventScroll: true });
  }
  shown = page;
}

function explain(element) {
  leaving.abort();
  show(byId('main'), element);
}

on('unauthorized', () => explain(tokenForm(() => { emit('authorized'); render(); })));
on('world-gone', () => explain(worldGone(current().world)));
on('online', render);
on('reload', render);

start(() => { emit('world-changed'); render(); });
watch();
render();
