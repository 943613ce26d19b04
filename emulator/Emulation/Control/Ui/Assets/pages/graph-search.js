// Search for a value in all three APIs.
import { get, withQuery } from '../api.js';
import { h, show } from '../dom.js';
import { form, text } from '../parts/form.js';
import { titles } from '../parts/format.js';
import { replaceQuery } from '../router.js';
import { shape } from './graph-legend.js';

const delay = 250;
const most = 12;

export function searchBox({ signal, kinds, open }) {
  const results = h('ul', { class: 'results', 'aria-label': 'Results' });
  const state = h('p', { class: 'note', role: 'status' });
  let last = 0;

  const kindOf = node => kinds.find(kind => kind.api === node.api && kind.kind === node.kind);

  function choose(node) {
    show(results);
    state.textContent = '';
    open(node);
  }

  const row = node => h('li', null, h('button', { type: 'button', class: 'result', onclick: () => choose(node) },
    kindOf(node) && shape(kindOf(node)), h('span', { class: 'result-title' }, node.title),
    h('small', null, `${node.type} · ${titles[node.api] ?? node.api}`)));

  async function search(words) {
    const turn = ++last;
    if (words === '') {
      show(results);
      state.textContent = '';
      return;
    }
    const found = await get(withQuery('/_emulator/graph/search', { q: words, limit: most }), { signal });
    if (turn !== last) return;
    replaceQuery({ q: words });
    show(results, found.results.map(row));
    state.textContent = found.results.length === 0 ? 'Nothing has this value.'
      : found.total > found.results.length || !found.complete ? 'There are more; go on typing to narrow them down.' : '';
  }

  let timer = 0;
  const element = form({ class: 'search', role: 'search', submit: values => { clearTimeout(timer); return search(values.q ?? ''); } },
    h('div', { class: 'search-line' },
      text('Value', { name: 'q', type: 'search', placeholder: 'gateway-rapidano.example, Barley Glazier, …' }),
      h('button', { class: 'primary' }, 'Search')),
    state, results);
  element.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => element.requestSubmit(), delay);
  });
  return element;
}
