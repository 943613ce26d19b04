// The clock of this world: shown as it runs, frozen, advanced, set.
import { call, get } from '../api.js';
import { h } from '../dom.js';
import { preview } from '../parts/code.js';
import { choice, form, text } from '../parts/form.js';
import { panel } from '../parts/panel.js';

const modes = {
  real: 'The machine’s time',
  offset: 'Runs, moved from the machine’s time',
  frozen: 'Frozen',
  stepped: 'Moves one step with each request',
};

const steps = [['1 minute', '1m'], ['1 hour', '1h'], ['1 day', '1d'], ['30 days', '30d']];

const withoutFraction = date => date.toISOString().replace(/\.\d+Z$/, 'Z');

function face(clock, signal) {
  const element = h('time', { class: 'clock' });
  const read = performance.now();
  const isRunning = clock.mode === 'real' || clock.mode === 'offset';
  const draw = () => {
    const passed = isRunning ? performance.now() - read : 0;
    const [day, time] = withoutFraction(new Date(Date.parse(clock.now) + passed)).replace('Z', '').split('T');
    element.textContent = `${day} ${time}`;
  };
  draw();
  if (isRunning) {
    const timer = setInterval(() => { if (element.isConnected) draw(); }, 500);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
  return element;
}

function setForm(clock, act) {
  const shown = preview('PUT', '/_emulator/clock');
  const bodyOf = values => ({ mode: values.mode, now: values.now, step: values.mode === 'stepped' ? values.step : undefined });
  const step = text('Step', { name: 'step', value: '1s', note: '250ms, 1s, 5m, 2h, 1d' });
  return form({
    class: 'stack',
    change: values => {
      step.hidden = values.mode !== 'stepped';
      shown.update(bodyOf(values));
    },
    submit: values => act('The clock was set.', () => call('PUT', '/_emulator/clock', { body: bodyOf(values) })),
  },
    h('div', { class: 'fields' },
      text('Time (UTC)', { name: 'now', value: withoutFraction(new Date(clock.now)), required: true, note: 'ISO 8601 with a zone' }),
      choice('From then on', [['offset', 'it runs'], ['frozen', 'it is frozen'], ['stepped', 'it moves with each request']],
        { name: 'mode', value: 'frozen' }), step),
    h('p', { class: 'actions' }, h('button', { class: 'primary' }, 'Set the clock')),
    shown.element);
}

export function clockPanel({ world, signal }) {
  return panel(() => get('/_emulator/clock', { signal }), (clock, act) => {
    const set = (done, body) => act(done, () => call('PUT', '/_emulator/clock', { body }));
    const advance = by => act('The clock was advanced.', () => call('POST', '/_emulator/clock/advance', { body: { by } }));
    return [
      h('section', { class: 'card' },
        h('h2', null, 'Time in ', h('span', { class: 'name' }, world), ' (UTC)'),
        h('p', { class: 'clock-line' }, face(clock, signal), h('span', { class: 'badge on' }, modes[clock.mode])),
        h('p', { class: 'actions' },
          clock.mode === 'frozen' || clock.mode === 'stepped'
            ? h('button', { type: 'button', onclick: () => set('The clock runs.', { mode: 'offset' }) }, 'Let it run')
            : h('button', { type: 'button', onclick: () => set('The clock is frozen.', { mode: 'frozen' }) }, 'Freeze'),
          clock.mode !== 'real' && h('button', { type: 'button',
            onclick: () => set('The clock shows the machine’s time.', { mode: 'real' }) }, 'Back to the machine’s time')),
        h('p', { class: 'actions' }, h('span', { class: 'label' }, 'Advance by'), steps.map(([title, by]) =>
          h('button', { type: 'button', class: 'small', onclick: () => advance(by) }, title))),
        form({ class: 'line short', submit: values => advance(values.by) },
          text('Another length', { name: 'by', required: true, placeholder: '90s, 5m, -1h, PT5M' }), h('button', null, 'Advance'))),
      h('section', { class: 'card' }, h('h2', null, 'Set'), setForm(clock, act)),
    ];
  }, signal);
}
