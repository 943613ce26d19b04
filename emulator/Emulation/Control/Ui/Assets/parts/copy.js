// Buttons that copy a text or save it as a file.
import { announce, h } from '../dom.js';

// The clipboard's own interface exists only on secure origins, which another host name without HTTPS is not.
function copyBySelection(text) {
  const field = h('textarea', { class: 'visually-hidden', readonly: true, value: text });
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  focused?.focus();
  return done;
}

async function copy(text) {
  if (!navigator.clipboard) return copyBySelection(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** A button that copies; `text` is a string or a function that gives one, perhaps later. */
export function copyButton(text, label = 'Copy', name = label) {
  const click = async () => {
    const done = await copy(typeof text === 'function' ? await text() : text);
    announce(done ? 'Copied.' : 'The browser did not allow copying.');
  };
  return h('button', { type: 'button', class: 'small', 'aria-label': name !== label && name, onclick: click }, label);
}

/** Saves a text under a file name. */
export function save(name, text, type = 'application/json') {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = h('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
