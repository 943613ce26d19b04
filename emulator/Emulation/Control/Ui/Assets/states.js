// What is shown in place of a page: a refusal, a form for the token, a world or a page that does not exist.
import { call, hasToken, setToken } from './api.js';
import { emit } from './bus.js';
import { h } from './dom.js';
import { addressOf, go } from './router.js';

export function failure(error) {
  return h('div', { class: 'gate' },
    h('h1', null, 'This page cannot be shown'),
    h('p', { class: 'problem', role: 'alert' }, error.status && h('strong', null, `Refused (${error.status}) `), error.message),
    h('button', { type: 'button', onclick: () => emit('reload') }, 'Try again'));
}

export function tokenForm(done) {
  const field = h('input', { id: 'token', type: 'password', autocomplete: 'off', required: true, 'aria-describedby': 'token-note' });
  const submit = event => {
    event.preventDefault();
    setToken(field.value);
    done();
  };
  return h('form', { class: 'gate', onsubmit: submit },
    h('h1', null, 'Token required'),
    h('p', { id: 'token-note' }, 'This emulator was started with ', h('code', null, '--control-token'),
      '. The token is kept for this tab only.'),
    hasToken() && h('p', { class: 'problem', role: 'alert' }, 'This is not the token.'),
    h('label', { for: 'token' }, 'Token'), field,
    h('button', { class: 'primary' }, 'Continue'));
}

export function worldGone(world) {
  const create = async () => {
    await call('PUT', `/_emulator/worlds/${encodeURIComponent(world)}`, { world: false });
    go(addressOf('start', { world }));
  };
  return h('div', { class: 'gate' },
    h('h1', null, 'There is no world ', h('span', { class: 'name' }, world)),
    h('p', null, 'It was deleted, was removed because no request named it, or never existed.'),
    h('p', { class: 'actions' },
      h('a', { class: 'button primary', href: addressOf('start', { world: 'default' }) }, 'Go to the world default'),
      h('button', { type: 'button', onclick: () => create().catch(() => emit('reload')) }, 'Create it from the dataset')));
}

export function unknownPage(page) {
  return h('div', { class: 'gate' },
    h('h1', null, 'There is no page ', h('span', { class: 'name' }, page)),
    h('p', null, h('a', { href: addressOf('start') }, 'Go to the start')));
}
