'use strict';

// The reference pages: which document, of which world, with the credentials of the first account.
const documents = { threatconnect: 'ThreatConnect', deso: 'DeSo', threatwinds: 'ThreatWinds', control: 'Control plane' };
const tokenKey = 'control-token';
const query = new URLSearchParams(location.search);
const api = Object.hasOwn(documents, query.get('api') ?? '') ? query.get('api') : 'threatconnect';
const pageWorld = location.pathname.split('/_emulator/')[0];
const world = query.get('world') || decodeURIComponent(pageWorld.split('/')[2] ?? '') || 'default';
const prefix = world === 'default' ? '' : `/worlds/${encodeURIComponent(world)}`;
const element = id => document.getElementById(id);

function addressOf(name, ofWorld) {
  return `/_emulator/docs?${new URLSearchParams({ api: name, world: ofWorld })}`;
}

function showNavigation() {
  for (const [name, title] of Object.entries(documents)) {
    const link = document.createElement('a');
    link.href = addressOf(name, world);
    link.textContent = title;
    if (name === api) link.setAttribute('aria-current', 'page');
    element('documents').append(link);
  }
  element('world').value = world;
  element('world-form').addEventListener('submit', event => {
    event.preventDefault();
    location.assign(addressOf(api, element('world').value || 'default'));
  });
  element('token-form').addEventListener('submit', event => {
    event.preventDefault();
    sessionStorage.setItem(tokenKey, element('token').value);
    location.reload();
  });
}

// The control plane's JSON; null when it was refused, which the page then explains.
async function read(path) {
  const token = sessionStorage.getItem(tokenKey);
  const response = await fetch(`${prefix}/_emulator/${path}`, token ? { headers: { Authorization: `Bearer ${token}` } } : {});
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  element('token-form').hidden = response.status !== 401;
  const refusal = response.status !== 401 ? problem.detail ?? `Status ${response.status}` : token ? 'This is not the token.' : '';
  element('message').textContent = refusal;
  return null;
}

function authorize(ui, description, accounts) {
  const account = accounts[0] ?? {};
  for (const [name, scheme] of Object.entries(description.components.securitySchemes ?? {})) {
    const value = account[scheme['x-credential']];
    if (value) ui.preauthorizeApiKey(name, (scheme['x-prefix'] ?? '') + value.replace(/^Bearer /, ''));
  }
  const token = sessionStorage.getItem(tokenKey);
  if (api === 'control' && token) ui.preauthorizeApiKey('controlToken', token);
}

async function show() {
  showNavigation();
  const info = await read('info');
  const description = info && await read(`openapi/${api}.json`);
  if (!description) return;
  const ui = SwaggerUIBundle({
    spec: description,
    dom_id: '#reference',
    deepLinking: false,
    docExpansion: api === 'deso' ? 'list' : 'none',
    defaultModelsExpandDepth: -1,
    filter: true,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    validatorUrl: null,
    onComplete: () => authorize(ui, description, info.credentials[api] ?? []),
  });
}

show().catch(error => { element('message').textContent = `The reference could not be loaded: ${error.message}`; });
