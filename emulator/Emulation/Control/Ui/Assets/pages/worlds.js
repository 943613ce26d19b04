// Worlds: everything a tester may change, world by world.
import { emit } from '../bus.js';
import { h, show as fill } from '../dom.js';
import { follow } from '../events.js';
import { tabs } from '../parts/tabs.js';
import { replaceQuery } from '../router.js';
import { clockPanel } from './worlds-clock.js';
import { faultsPanel } from './worlds-faults.js';
import { limitsPanel } from './worlds-limits.js';
import { worldsPanel } from './worlds-list.js';
import { stubsPanel } from './worlds-stubs.js';

const panels = [
  ['worlds', 'Worlds', worldsPanel],
  ['clock', 'Clock', clockPanel],
  ['faults', 'Faults', faultsPanel],
  ['limits', 'Rate limits', limitsPanel],
  ['stubs', 'Stubs', stubsPanel],
];

export function show(view, context) {
  fill(view,
    h('header', null, h('h1', null, 'Worlds'),
      h('p', null, 'A world has its own data, clock, faults, rate limits, stubs and requests. This page shows ',
        h('span', { class: 'name' }, context.world), '.')),
    tabs(panels.map(([name, title, panel]) => ({ name, title, show: () => panel(context) })), {
      label: 'What to change', selected: context.query.get('tab'), change: name => replaceQuery({ tab: name, api: '', route: '' }),
    }));
  const isMeant = (name, event) => {
    if (name === 'world' && event.action === 'deleted' && event.world === context.world) emit('world-gone');
    if (name === 'world') emit('worlds-changed');
    return name === 'world' || name === 'change';
  };
  follow('*', isMeant, () => emit('changed'), context.signal);
}
