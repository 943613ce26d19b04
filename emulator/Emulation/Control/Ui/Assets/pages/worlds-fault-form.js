// The form of a fault, and the words that describe one.
import { h } from '../dom.js';
import { preview } from '../parts/code.js';
import { choice, form, text } from '../parts/form.js';
import { plural } from '../parts/format.js';

const effects = [['status', 'an error status'], ['delay', 'a delay'], ['empty', 'an empty body'], ['truncated', 'a truncated body'],
  ['malformed', 'a malformed body'], ['reset', 'a connection that is reset'], ['hang', 'no answer at all']];

const schedules = [['nth', 'one, by its number'], ['first', 'the first ones'], ['every', 'one in every'],
  ['probability', 'some, by chance'], ['always', 'all']];

const numberTitles = { nth: 'Number', first: 'How many', every: 'Every', probability: 'Probability, 0 to 1' };

function ordinal(number) {
  const ending = { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10];
  return number + (ending && Math.floor(number / 10) % 10 !== 1 ? ending : 'th');
}

function effectOf(values) {
  switch (values.effect) {
    case 'status': return { status: Number(values.status ?? 503), message: values.message };
    case 'delay': return { delay: { fixed: values.delay ?? '2s' } };
    case 'reset': case 'hang': return { connection: values.effect };
    default: return { body: values.effect };
  }
}

function whenOf({ schedule, number }) {
  return schedule === 'always' ? undefined : { [schedule]: Number(number ?? (schedule === 'probability' ? 0.5 : 1)) };
}

/** The rule that the form sends. */
function ruleOf(values) {
  const match = { api: values.api, route: values.route, method: values.method, path: values.path };
  const isEmpty = Object.values(match).every(value => value === undefined);
  return { name: values.name, match: isEmpty ? undefined : match, when: whenOf(values), effect: effectOf(values) };
}

export function effectText(rule) {
  return (rule.effects ?? [rule.effect]).map(effect => {
    if (effect.status) return `status ${effect.status}`;
    if (effect.delay) return effect.delay.fixed ? `delay of ${effect.delay.fixed}` : `random delay (${Object.keys(effect.delay)[0]})`;
    if (effect.body) return `${effect.body} body`;
    if (effect.contentType) return `content type ${effect.contentType}`;
    return effect.connection === 'hang' ? 'no answer' : 'connection reset';
  }).join(', ');
}

export function matchText(match = {}) {
  const parts = [match.api, match.route, match.method, match.path, match.header && `with ${Object.keys(match.header).join(', ')}`,
    match.body && `with a body where ${match.body.path}`].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : 'any request';
}

export function whenText(when = {}) {
  const parts = [];
  if (when.nth) parts.push(`the ${ordinal(when.nth)}`);
  if (when.first) parts.push(when.first === 1 ? 'the first' : `the first ${when.first}`);
  if (when.every) parts.push(when.every === 1 ? 'every one' : `every ${ordinal(when.every)}`);
  if (when.probability !== undefined) parts.push(`with probability ${when.probability}`);
  if (when.between) parts.push(`from ${when.between.from ?? 'the beginning'} to ${when.between.to ?? 'the end'}`);
  if (when.onHeader) parts.push('when X-Emulator-Fault names it');
  if (when.limit) parts.push(`at most ${plural(when.limit, 'time')}`);
  return parts.length > 0 ? parts.join(', ') : 'all of them';
}

function routeField(routes, wanted) {
  const id = 'fault-routes';
  const names = [...new Set(routes.map(route => route.name))];
  return [text('Route', { name: 'route', value: wanted.route, list: id, placeholder: 'any', note: 'by its name under Coverage' }),
    h('datalist', { id }, names.map(name => h('option', { value: name })))];
}

/** `add(rule)` sends it. `wanted` fills in an API and a route. */
export function faultForm(routes, wanted, add) {
  const shown = preview('POST', '/_emulator/faults');
  const status = text('Status', { name: 'status', value: '503', inputmode: 'numeric', pattern: '[45][0-9][0-9]', note: '400 to 599' });
  const message = text('Message', { name: 'message', placeholder: 'the API’s own' });
  const delay = text('Delay', { name: 'delay', value: '2s', note: '250ms, 2s, 1m' });
  const number = text('Number', { name: 'number', value: '3', inputmode: 'decimal', required: true });
  const change = values => {
    status.hidden = message.hidden = values.effect !== 'status';
    delay.hidden = values.effect !== 'delay';
    number.hidden = values.schedule === 'always';
    number.querySelector('label').textContent = numberTitles[values.schedule] ?? '';
    number.querySelector('input').required = values.schedule !== 'always';
    shown.update(ruleOf(values));
  };
  return form({ class: 'stack', change, submit: values => add(ruleOf(values)) },
    h('fieldset', { class: 'fields' }, h('legend', null, 'What happens'),
      choice('The client gets', effects, { name: 'effect' }), status, message, delay),
    h('fieldset', { class: 'fields' }, h('legend', null, 'To requests of'),
      choice('API', [['', 'any'], 'threatconnect', 'deso', 'threatwinds'], { name: 'api', value: wanted.api }),
      choice('Method', [['', 'any'], 'GET', 'POST', 'PUT', 'DELETE', 'HEAD'], { name: 'method' }),
      routeField(routes, wanted),
      text('Path', { name: 'path', placeholder: 'any', note: '{name} is one segment, ** any number' })),
    h('fieldset', { class: 'fields' }, h('legend', null, 'Which of them'),
      choice('Requests', schedules, { name: 'schedule', value: 'nth' }), number,
      text('Name of the fault', { name: 'name', placeholder: 'given', pattern: '[A-Za-z0-9._\\-]{1,64}' })),
    h('p', { class: 'actions' }, h('button', { class: 'primary' }, 'Add the fault')),
    shown.element);
}
