// Stubs in connection with one request: the nearest ones, and a new one from its answer.
import { call } from '../api.js';
import { announce, h, show } from '../dom.js';
import { dialog } from '../parts/dialog.js';
import { area, form } from '../parts/form.js';
import { addressOf } from '../router.js';

// Headers that the server sets itself.
const own = ['content-length', 'date', 'server', 'transfer-encoding', 'connection', 'vary'];

const pathOf = target => target.replace(/^\/worlds\/[^/]+/, '');

function describe(entry) {
  const method = entry.request?.method ?? 'ANY';
  const match = ['url', 'urlPath', 'urlPattern', 'urlPathPattern', 'urlPathTemplate'].find(name => entry.request?.[name]);
  return `${method} ${match ? entry.request[match] : 'any address'}`;
}

/** The stubs that nearly fit the request; nothing when there are none. */
export function nearestStubs(entry) {
  const place = h('div', { hidden: true });
  if (entry.stub) return place;
  const request = { method: entry.method, url: pathOf(entry.target), headers: entry.request.headers };
  if (typeof entry.request.body === 'string' && entry.request.body !== '') request.body = entry.request.body;
  call('POST', '/__admin/near-misses/request', { body: request }).then(({ nearMisses }) => {
    if (nearMisses.length === 0) return;
    place.hidden = false;
    show(place, h('h3', null, 'Nearest stubs'), h('ul', null, nearMisses.map(near =>
      h('li', null, h('code', null, describe(near.stubMapping)), ' ',
        h('small', null, near.stubMapping.name, ` distance ${near.matchResult.distance.toFixed(2)}`)))));
  }).catch(() => {});
  return place;
}

function mappingOf(entry) {
  const headers = Object.fromEntries(Object.entries(entry.response.headers).filter(([name]) => !own.includes(name.toLowerCase())));
  const { body, base64Body } = entry.response;
  return {
    name: `${entry.method} ${pathOf(entry.target)}`.slice(0, 80),
    request: { method: entry.method, url: pathOf(entry.target) },
    response: { status: entry.status || 200, headers, ...(base64Body ? { base64Body } : { body: body ?? '' }) },
  };
}

/** A dialog that creates a stub from the answer to a request; the mapping can be changed before. */
export function stubDialog(entry) {
  dialog('Make a stub from this answer', close => form({ class: 'stack', submit: async values => {
    await call('POST', '/__admin/mappings', { body: JSON.stringify(JSON.parse(values.mapping)) });
    close();
    announce('The stub answers from now on.');
  } },
    entry.response.bodyCut && h('p', { class: 'note' }, 'Only the beginning of the body was recorded.'),
    area('Mapping', { name: 'mapping', rows: '18', value: JSON.stringify(mappingOf(entry), null, 2),
      note: 'In WireMock’s dialect. It answers these requests in place of the emulated API.' }),
    h('p', { class: 'actions' }, h('button', { class: 'primary' }, 'Create the stub'),
      h('a', { href: addressOf('worlds', { tab: 'stubs' }), onclick: close }, 'See all stubs'))));
}
