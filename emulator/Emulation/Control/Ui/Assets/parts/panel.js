// A part of a page that reads its content, and reads it again after each change.
import { announce, h, show } from '../dom.js';

/**
 * A part of a page: `read()` gives the data, `draw(data, act)` the elements. act(done, change) carries out a change, says what was done
 * and draws again; a refusal is shown in place.
 */
export async function panel(read, draw) {
  const element = h('div', { class: 'panel' });
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });

  async function refresh() {
    show(element, problem, draw(await read(), act));
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
  return element;
}
