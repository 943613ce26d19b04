// Builds elements. Every text becomes a text node, so no value is ever read as HTML.

const svgNamespace = 'http://www.w3.org/2000/svg';

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else if (name === 'data') Object.assign(element.dataset, value);
  else if ((name === 'value' && element.localName !== 'progress') || name === 'checked' || name === 'selected') element[name] = value;
  else element.setAttribute(name, value === true ? '' : value);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) if (name !== 'value') set(element, name, value);
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  // A select takes a value only when it has its options.
  if (attributes && 'value' in attributes) set(element, 'value', attributes.value);
  return element;
}

/** An HTML element: h('p', { class: 'note' }, 'text', otherElement). */
export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

/** An SVG element. */
export const s = (tag, attributes, ...children) => fill(document.createElementNS(svgNamespace, tag), attributes, children);

export const byId = id => document.getElementById(id);

/** Replaces what an element contains. */
export function show(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Tells screen readers, and sighted people for some seconds, what has happened. */
export function announce(text) {
  const place = byId('announcements');
  place.textContent = text;
  const toast = h('div', { class: 'toast', 'aria-hidden': 'true' }, text);
  document.querySelectorAll('.toast').forEach(old => old.remove());
  document.body.append(toast);
  setTimeout(() => toast.remove(), 4000);
}
