// Dialogs over the page: Escape closes them, and the focus returns to where it was.
import { h } from '../dom.js';

/** Shows a dialog; `content(close)` gives its elements. */
export function dialog(title, content) {
  const element = h('dialog', { 'aria-label': title });
  const close = () => element.close();
  element.append(h('div', { class: 'dialog' },
    h('header', null, h('h2', null, title), h('button', { type: 'button', class: 'small', onclick: close }, 'Close')),
    content(close)));
  element.addEventListener('close', () => element.remove());
  document.body.append(element);
  element.showModal();
  return close;
}

/** Asks before something is lost: the promise is true when the person agrees. */
export function confirm(title, text, action) {
  return new Promise(resolve => {
    let agreed = false;
    dialog(title, close => [
      h('p', null, text),
      h('p', { class: 'actions' },
        h('button', { type: 'button', class: 'danger', onclick: () => { agreed = true; resolve(true); close(); } }, action),
        h('button', { type: 'button', onclick: close }, 'Cancel')),
    ]);
    document.querySelector('dialog:last-of-type').addEventListener('close', () => { if (!agreed) resolve(false); });
  });
}
