// Blocks of code and JSON with a button that copies them.
import { h } from '../dom.js';
import { copyButton } from './copy.js';
import { pretty } from './format.js';

/** A block of text in the monospaced font. It can be scrolled by keyboard. */
export function code(text, name = 'Code') {
  return h('div', { class: 'code' },
    h('pre', { tabindex: '0', role: 'region', 'aria-label': name }, text),
    copyButton(text, 'Copy', `Copy: ${name}`));
}

export const json = (value, name = 'JSON') => code(pretty(value), name);

/** The JSON that a form sends, kept up to date by the function that is returned with the element. */
export function preview(method, path) {
  const text = h('pre', { tabindex: '0', role: 'region', 'aria-label': 'What this form sends' });
  const element = h('details', { class: 'preview' }, h('summary', null, 'What this form sends'), text);
  return { element, update: body => { text.textContent = `${method} ${path}\n\n${pretty(body)}`; } };
}
