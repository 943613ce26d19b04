// Fields of forms, and forms that show why they were refused.
import { h } from '../dom.js';

let lastId = 0;

function labelled(label, control, note) {
  control.id ||= `field-${++lastId}`;
  const help = note && h('small', { id: `${control.id}-note` }, note);
  if (help) control.setAttribute('aria-describedby', help.id);
  return h('div', { class: 'field' }, h('label', { for: control.id }, label), control, help);
}

/** A field with a label: attributes.name names it in the form, attributes.note explains it. */
export function text(label, { note, ...attributes }) {
  return labelled(label, h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', ...attributes }), note);
}

/** A choice: options are texts, or pairs of value and text. */
export function choice(label, options, { note, ...attributes }) {
  const pairs = options.map(option => Array.isArray(option) ? option : [option, option]);
  return labelled(label, h('select', attributes, pairs.map(([value, shown]) => h('option', { value }, shown))), note);
}

export function area(label, { note, ...attributes }) {
  return labelled(label, h('textarea', { spellcheck: 'false', rows: '10', ...attributes }), note);
}

/** The values of a form that are not empty, by name. */
export const valuesOf = form => Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));

/**
 * A form. `submit(values, form)` may throw a refusal, which the form shows; `change(values)` runs at first and after each change.
 * `children` are its fields and buttons.
 */
export function form({ submit, change, ...attributes }, ...children) {
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const element = h('form', { ...attributes, onsubmit: async event => {
    event.preventDefault();
    problem.hidden = true;
    try {
      await submit(valuesOf(element), element);
    } catch (error) {
      if (error.name === 'AbortError') return;
      problem.textContent = error.message;
      problem.hidden = false;
    }
  } }, children, problem);
  if (change) {
    element.addEventListener('input', () => change(valuesOf(element)));
    change(valuesOf(element));
  }
  return element;
}
