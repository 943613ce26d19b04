// The legend: which shape and colour is which kind. Each is a filter too.
import { h, s } from '../dom.js';
import { titles } from '../parts/format.js';

/** The shape of a kind, as a small picture. */
export const shape = kind => s('svg', { class: 'shape', viewBox: '-13 -13 26 26', 'aria-hidden': 'true' },
  s('path', { class: kind.class, d: kind.path, 'data-api': kind.api }));

function entry(kind, counts, hidden, change) {
  const name = `${kind.api}:${kind.kind}`;
  const toggle = event => {
    const next = new Set(hidden);
    if (event.target.checked) next.delete(name);
    else next.add(name);
    change(next);
  };
  return h('label', { class: 'kind' },
    h('input', { type: 'checkbox', checked: !hidden.has(name), onchange: toggle }), shape(kind), kind.title,
    h('span', { class: 'muted' }, String(counts.get(name) ?? 0)));
}

/** `change(hidden)` is called with the kinds that are no longer wanted, as a set of "api:kind". */
export function legend(kinds, counts, hidden, change) {
  const isShown = kind => counts.has(`${kind.api}:${kind.kind}`) || hidden.has(`${kind.api}:${kind.kind}`);
  const apis = [...new Set(kinds.filter(isShown).map(kind => kind.api))];
  const toggleApi = api => {
    const names = kinds.filter(kind => kind.api === api).map(kind => `${kind.api}:${kind.kind}`);
    const areHidden = names.every(name => hidden.has(name));
    change(new Set(areHidden ? [...hidden].filter(name => !names.includes(name)) : [...hidden, ...names]));
  };
  return h('div', { class: 'legend', role: 'group', 'aria-label': 'Kinds' }, apis.map(api =>
    h('div', { class: 'kinds', 'data-api': api },
      h('button', { type: 'button', class: 'small', onclick: () => toggleApi(api) }, titles[api] ?? api),
      kinds.filter(kind => kind.api === api && isShown(kind)).map(kind => entry(kind, counts, hidden, change)))));
}
