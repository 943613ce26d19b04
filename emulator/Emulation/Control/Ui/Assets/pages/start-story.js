// One story through the three APIs, in three clicks: an actor, its domain, and the post about it.
import { get, withQuery } from '../api.js';
import { h, show } from '../dom.js';
import { code } from '../parts/code.js';
import { copyButton } from '../parts/copy.js';
import { pretty, titles } from '../parts/format.js';
import { addressOf } from '../router.js';

// Generated groups are numbered from here, and the first one is an adversary.
const firstGroup = '1000000';
const kinds = 'threatconnect:indicator,threatwinds:entity,deso:post';

async function findActor(signal) {
  const query = { q: firstGroup, api: 'threatconnect', kind: 'group', limit: 1 };
  const { results } = await get(withQuery('/_emulator/graph/search', query), { signal });
  return results.find(node => node.id === firstGroup && node.type === 'Adversary');
}

/** A domain of the actor that ThreatWinds knows and a post mentions; null when there is none. */
async function findDomain(actor, signal) {
  const query = { api: actor.api, kind: actor.kind, id: actor.id, kinds, depth: 2, limit: 250, format: 'json' };
  const { nodes, links } = await get(withQuery('/_emulator/graph', query), { signal });
  const byKey = new Map(nodes.map(node => [node.key, node]));
  const across = (key, api) => links.filter(link => link.crossApi && (link.from === key || link.to === key))
    .map(link => byKey.get(link.from === key ? link.to : link.from)).find(node => node?.api === api);
  for (const host of nodes.filter(node => node.type === 'Host')) {
    const entity = across(host.key, 'threatwinds');
    const post = across(host.key, 'deso') ?? (entity && across(entity.key, 'deso'));
    if (entity && post) return { entity, post };
  }
  return null;
}

function telling(node, signal) {
  const answer = h('div', null, h('p', { class: 'note' }, 'Reading…'));
  get(withQuery('/_emulator/graph/node', { api: node.api, kind: node.kind, id: node.id }), { signal })
    .then(({ answer: found }) => show(answer, code(pretty(found.text ?? found.body), `${node.title} as ${titles[node.api]} shows it`)))
    .catch(error => { if (error.name !== 'AbortError') show(answer, h('p', { class: 'problem' }, error.message)); });
  return [
    h('p', { class: 'story-title' }, h('strong', null, node.title)),
    h('p', { class: 'note' }, `${node.type} in ${titles[node.api]}`),
    h('div', { class: 'value' }, h('code', { title: node.request.target }, `${node.request.method} ${node.request.target}`),
      copyButton(node.curl, 'curl', `Copy the request for ${node.title} as curl`)),
    answer,
    h('p', null, h('a', { href: addressOf('graph', { api: node.api, kind: node.kind, id: node.id }) }, 'See it in the graph')),
  ];
}

/** The story; hidden when the world does not have it. */
export function story(signal) {
  const list = h('ol', { class: 'story' });
  const section = h('section', { class: 'card', hidden: true },
    h('h2', null, 'Follow one story through the three'), list);

  function step(title, next, find) {
    const place = h('div', { class: 'step' });
    const button = h('button', { type: 'button', class: 'primary', disabled: true }, title);
    button.addEventListener('click', async () => {
      try {
        show(place, telling(await find(), signal));
        next?.open();
      } catch (error) {
        if (error.name !== 'AbortError') show(place, h('p', { class: 'problem' }, error.message));
      }
    });
    show(place, button);
    list.prepend(h('li', null, place));
    return { open: () => { button.disabled = false; } };
  }

  async function start() {
    const actor = await findActor(signal);
    const found = actor && await findDomain(actor, signal);
    if (!found) return;
    const post = step('Find the post about it on DeSo', null, () => found.post);
    const domain = step('Find its domain in ThreatWinds', post, () => found.entity);
    step('Find an actor in ThreatConnect', domain, () => actor).open();
    section.hidden = false;
  }

  start().catch(() => {});
  return section;
}
