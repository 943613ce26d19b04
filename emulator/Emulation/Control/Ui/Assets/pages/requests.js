// Requests: what clients sent in this world, live, with the answer and the reason of each refusal.
import { call, get, withQuery } from '../api.js';
import { emit } from '../bus.js';
import { announce, h, show as fill } from '../dom.js';
import { listen } from '../events.js';
import { confirm } from '../parts/dialog.js';
import { plural } from '../parts/format.js';
import { addressOf, replaceQuery } from '../router.js';
import { detail } from './requests-detail.js';
import { filterForm, matches } from './requests-filter.js';
import { fromEvent, fromJournal, requestTable } from './requests-list.js';
import { saveArchive } from './requests-save.js';

const most = 100;
const period = 1500;

const isEmptied = (name, event) => name === 'change' && (event.area === 'journal' || event.action === 'reset');

export async function show(view, { world, query, signal }) {
  let filter = Object.fromEntries(query);
  let rows = [];
  let arrived = [];
  let total = 0;
  let isPaused = false;
  let selected = query.get('id');

  const list = h('div', { class: 'list-pane' });
  const pane = h('aside', { class: 'detail-pane', 'aria-label': 'The selected request' });
  const summary = h('p', { role: 'status' });
  const mark = h('span', { class: 'live' }, 'Live');
  const pauseButton = h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => setPaused(!isPaused) }, 'Pause');

  function draw() {
    const shown = rows.filter(row => matches(row, filter));
    fill(list, requestTable(shown, { selected, select, isFiltered: shown.length < rows.length, world }));
    summary.textContent = rows.length === 0 ? 'No request yet' : shown.length < rows.length
      ? `${plural(shown.length, 'request')} of ${rows.length} shown` : `${plural(total, 'request')} kept, newest first`;
  }

  async function reload() {
    arrived = [];
    const found = await get(withQuery('/_emulator/requests', { limit: most, summary: true }), { signal });
    const read = found.requests.map(fromJournal);
    // Events that came after the journal was read.
    const newer = arrived.filter(row => !read.some(one => one.id === row.id));
    const next = [...newer, ...read].slice(0, most);
    total = found.total + newer.length;
    const isSame = next.length === rows.length && next[0]?.id === rows[0]?.id;
    rows = next;
    if (!isSame) draw();
  }

  function setPaused(paused) {
    isPaused = paused;
    pauseButton.setAttribute('aria-pressed', paused);
    pauseButton.textContent = paused ? 'Go on' : 'Pause';
    mark.classList.toggle('off', paused);
    mark.textContent = paused ? 'Paused' : 'Live';
    if (!paused) reload().catch(() => {});
  }

  async function select(id) {
    selected = id;
    replaceQuery({ id });
    view.classList.toggle('has-detail', Boolean(id));
    draw();
    if (!id) return fill(pane);
    try {
      fill(pane, detail(await get(`/_emulator/requests/${encodeURIComponent(id)}`, { signal }), { world, close: () => select('') }));
    } catch (error) {
      if (error.name !== 'AbortError') fill(pane, h('p', { class: 'problem' }, error.message));
    }
    return pane.scrollIntoView({ block: 'nearest' });
  }

  function receive(name, event) {
    if (isPaused) return;
    if (name === 'request') {
      const row = fromEvent(event);
      arrived = [row, ...arrived].slice(0, most);
      if (row.id && rows.some(one => one.id === row.id)) return;
      rows = [row, ...rows].slice(0, most);
      total += 1;
      scheduleDraw();
    } else if (name === 'missed' || (name === 'hello' && !event.resumed) || isEmptied(name, event)) {
      // What happened before the stream began, or was lost, is in the journal only.
      reload().catch(() => {});
    } else if (name === 'world' && event.action === 'deleted' && event.world === world) {
      emit('world-gone');
    }
  }

  let isScheduled = false;
  function scheduleDraw() {
    if (isScheduled) return;
    isScheduled = true;
    setTimeout(() => { isScheduled = false; if (!signal.aborted) draw(); }, 100);
  }

  async function clear() {
    if (!await confirm('Delete the recorded requests?', `All recorded requests of the world ${world} are deleted.`, 'Delete')) return;
    await call('DELETE', '/_emulator/journal');
    announce('The recorded requests were deleted.');
    await select('');
    rows = [];
    total = 0;
    draw();
  }

  async function poll() {
    while (!signal.aborted) {
      await new Promise(resolve => { setTimeout(resolve, period); });
      if (!isPaused && !document.hidden && !signal.aborted) await reload().catch(() => {});
    }
  }

  const info = await get('/_emulator/info', { signal });
  fill(view,
    h('header', null, h('h1', null, 'Requests'), summary, h('div', { class: 'actions' }, mark, pauseButton,
      h('button', { type: 'button', onclick: () => saveArchive(filter) }, 'Save as HAR'),
      h('button', { type: 'button', onclick: () => clear().catch(error => announce(error.message)) }, 'Delete all'))),
    filterForm(Object.keys(info.baseUrls), filter, next => { filter = next; replaceQuery(next); draw(); }),
    h('div', { class: 'split' }, list, pane),
    h('p', { class: 'note' }, 'A world keeps its last 1,000 requests, credentials left out. To see a request fail on purpose, ',
      h('a', { href: addressOf('worlds', { tab: 'faults' }) }, 'add a fault'), '.'));
  await reload();
  draw();
  if (selected) await select(selected);
  listen(world, receive, signal).then(isServed => { if (!isServed) poll(); });
}
