// A part of a page that reads its content, and reads it again after each change, also one that was made elsewhere.
import { on } from '../bus.js';
import { announce, h, show } from '../dom.js';

/**
 * A part of a page: `read()` gives the data, `draw(data, act)` the elements. act(done, change) carries out a change, says what was done
 * and draws again; a refusal is shown in place. While a person types or has something open here, a change made elsewhere waits.
 */
export async function panel(read, draw, signal) {
  const element = h('div', { class: 'panel' });
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  let isTyped = false;
  let isOld = false;

  const isInUse = () => isTyped || element.matches(':focus-within') || element.querySelector('details[open]') !== null;

  async function refresh() {
    show(element, problem, draw(await read(), act));
    isTyped = false;
    isOld = false;
  }

  async function follow() {
    isOld = true;
    if (element.isConnected && !isInUse()) await refresh().catch(() => {});
  }

  async function act(done, change) {
    problem.hidden = true;
    try {
      await change();
      announce(done);
      await refresh();
    } catch (error) {
      if (error.name === 'AbortError') return;
      problem.textContent = error.message;
      problem.hidden = false;
      problem.scrollIntoView({ block: 'nearest' });
    }
  }

  try {
    await refresh();
  } catch (error) {
    problem.textContent = error.message;
    problem.hidden = error.name === 'AbortError';
    show(element, problem);
  }
  element.addEventListener('input', () => { isTyped = true; });
  element.addEventListener('focusout', () => { if (isOld) setTimeout(follow); });
  on('changed', follow, signal);
  return element;
}
