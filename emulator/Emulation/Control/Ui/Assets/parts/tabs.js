// Tabs: arrow keys move between them, as the pattern of the ARIA practices says.
import { h, show } from '../dom.js';

let lastId = 0;

/**
 * Tabs over one panel. `tabs` is a list of { name, title, show() } where show gives elements, perhaps later; `options` has label,
 * selected (a name) and change(name).
 */
export function tabs(list, options) {
  const id = `tabs-${++lastId}`;
  const panel = h('div', { role: 'tabpanel', id: `${id}-panel`, class: 'panel' });
  let selected = '';
  const buttons = list.map(({ name, title }) => h('button', {
    type: 'button', role: 'tab', id: `${id}-${name}`, 'aria-controls': panel.id, onclick: () => select(name),
  }, title));

  async function select(name, isFirst = false) {
    selected = name;
    list.forEach((tab, at) => {
      const isSelected = tab.name === name;
      buttons[at].setAttribute('aria-selected', isSelected);
      buttons[at].tabIndex = isSelected ? 0 : -1;
      if (isSelected) panel.setAttribute('aria-labelledby', buttons[at].id);
    });
    if (!isFirst) options.change?.(name);
    const content = await list.find(tab => tab.name === name).show();
    // Another tab may have been selected while this one was read.
    if (selected === name) show(panel, content);
  }

  const move = event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = buttons.indexOf(document.activeElement);
    if (!step || at < 0) return;
    const next = (at + step + list.length) % list.length;
    buttons[next].focus();
    buttons[next].click();
  };
  const first = list.some(tab => tab.name === options.selected) ? options.selected : list[0].name;
  select(first, true);
  return h('div', { class: options.class ?? 'tabs' },
    h('div', { role: 'tablist', 'aria-label': options.label, onkeydown: move }, buttons), panel);
}
