// Graph: any value with its neighbourhood across the three APIs, as a picture and as what each API answers.
import { get, withQuery } from '../api.js';
import { announce, h, show as fill } from '../dom.js';
import { plural } from '../parts/format.js';
import { replaceQuery } from '../router.js';
import { detail } from './graph-detail.js';
import { legend } from './graph-legend.js';
import { createModel } from './graph-model.js';
import { createPicture } from './graph-picture.js';
import { searchBox } from './graph-search.js';

const atFirst = 40;
const atOnce = 20;
// The largest answer that the server gives.
const most = 250;

export async function show(view, { query, signal }) {
  const { kinds, colors } = await get('/_emulator/graph/kinds', { signal });
  const model = createModel();
  let hidden = new Set((query.get('without') ?? '').split(',').filter(Boolean));
  let selected = null;

  const summary = h('p', { role: 'status' });
  const pane = h('aside', { class: 'detail-pane', 'aria-label': 'The selected node' });
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const picture = createPicture({ kinds, select, expand });
  const key = h('div', { class: 'legend-place' });
  const stage = h('div', { class: 'stage', hidden: true }, picture.element, pane);
  const hint = h('p', { class: 'empty' }, 'Search for a domain, an address, an actor, a user or any other value. ',
    'Its neighbours in all three APIs are drawn around it.');

  const shownKinds = () => hidden.size === 0 ? undefined
    : kinds.map(kind => `${kind.api}:${kind.kind}`).filter(name => !hidden.has(name)).join(',') || 'none';

  const read = (node, limit) => get(withQuery('/_emulator/graph', {
    api: node.api, kind: node.kind, id: node.id, limit, kinds: shownKinds(), format: 'json',
  }), { signal });

  async function attempt(action) {
    problem.hidden = true;
    try {
      await action();
    } catch (error) {
      if (error.name === 'AbortError') return;
      problem.textContent = error.message;
      problem.hidden = false;
    }
  }

  function draw() {
    picture.draw(model, selected);
    const names = model.counts();
    fill(key, legend(kinds, names, hidden, next => { hidden = next; attempt(() => open(model.center)); }));
    summary.textContent = `${plural(model.nodes.size, 'node')}, ${plural(model.links.size, 'link')}`;
  }

  function select(node) {
    selected = node.key;
    picture.mark(selected);
    fill(pane, detail(node, model, { signal, select, expand, open: one => attempt(() => open(one)) }));
  }

  function expand(node) {
    return attempt(async () => {
      const before = model.nodes.size;
      model.add(node.key, await read(node, Math.min(atOnce + 1 + model.degree(node.key), most)));
      draw();
      select(model.nodes.get(node.key));
      announce(model.nodes.size === before ? 'Nothing more to show.' : `${plural(model.nodes.size - before, 'node')} more.`);
    });
  }

  async function open(node) {
    const answer = await read(node, atFirst);
    const center = model.reset(answer);
    replaceQuery({ api: center.api, kind: center.kind, id: center.id, without: [...hidden].join(',') });
    hint.hidden = true;
    stage.hidden = false;
    selected = center.key;
    draw();
    picture.open(answer.bounds, center);
    select(center);
  }

  for (const [api, { light, dark }] of Object.entries(colors)) view.style.setProperty(`--${api}`, `light-dark(${light}, ${dark})`);
  fill(view,
    h('header', null, h('h1', null, 'Graph'), summary),
    searchBox({ signal, kinds, open: node => attempt(() => open(node)) }),
    problem, hint, key, stage);
  if (query.get('id')) await attempt(() => open(Object.fromEntries(query)));
}
