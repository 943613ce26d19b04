// Requests to the control plane: with the world of the page, the token of the tab, and errors as exceptions.
import { emit } from './bus.js';

const tokenKey = 'control-token';
let world = 'default';

/** The control plane refused a request, and says why. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `The control plane answered ${status}.`);
    this.status = status;
    this.code = problem.code;
    this.pointer = problem.pointer;
  }
}

/** Nothing answers at the address of the page. */
export class Unreachable extends Error {
  constructor() {
    super('The emulator does not answer.');
  }
}

export const setWorld = name => { world = name; };

export const hasToken = () => sessionStorage.getItem(tokenKey) !== null;

export const setToken = token => sessionStorage.setItem(tokenKey, token);

// The world is named in the path, so that addresses in answers have it too.
const isInWorld = options => options.world !== false && world !== 'default';

const addressOf = (path, options) => isInWorld(options) ? `/worlds/${encodeURIComponent(world)}${path}` : path;

function headersOf(options) {
  const headers = { ...options.headers };
  // A deleted world must not come back because its page is still open.
  if (isInWorld(options)) headers['X-Emulator-World-Must-Exist'] = 'true';
  const token = sessionStorage.getItem(tokenKey);
  if (token) headers.Authorization = `Bearer ${token}`;
  return headers;
}

async function refuse(response) {
  const problem = await response.json().catch(() => ({}));
  if (response.status === 401) emit('unauthorized');
  if (problem.code === 'no-such-world') emit('world-gone');
  if (problem.code === 'seeding') emit('seeding');
  throw new Refusal(response.status, problem);
}

/** Sends a request and gives the response. `options`: body (an object is sent as JSON), headers, signal, world (false: none). */
export async function send(method, path, options = {}) {
  const { body, signal } = options;
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  let response;
  try {
    response = await fetch(addressOf(path, options), { method, headers: headersOf(options), body: text, signal, cache: 'no-store' });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    emit('offline');
    throw new Unreachable();
  }
  return response.ok ? response : refuse(response);
}

/** The JSON that a request answers; null without a body. */
export async function call(method, path, options) {
  const response = await send(method, path, options);
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

export const get = (path, options) => call('GET', path, options);

/** An address with a query: parameters without a value are left out. */
export function withQuery(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
