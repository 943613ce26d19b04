// One node: what it is, what it is linked with, and how its API shows it.
import { get, withQuery } from '../api.js';
import { h, show } from '../dom.js';
import { code } from '../parts/code.js';
import { copyButton } from '../parts/copy.js';
import { count, pretty, titles } from '../parts/format.js';

function linkedWith(node, model, select) {
  const rows = model.linksOf(node.key).flatMap(link => {
    const other = model.nodes.get(link.from === node.key ? link.to : link.from);
    return other ? [h('li', null, h('span', { class: 'muted' }, `${link.label} `),
      h('button', { type: 'button', class: 'link', onclick: () => select(other) }, other.title),
      link.crossApi && h('small', null, ` ${titles[other.api] ?? other.api}`))] : [];
  });
  return rows.length > 0 && h('details', { open: rows.length <= 12 }, h('summary', null, `Linked with ${count(rows.length)} shown here`),
    h('ul', { class: 'links-list' }, rows));
}

function answerOf(node, { signal }) {
  const place = h('div', { class: 'answer' }, h('p', { class: 'note' }, 'Reading…'));
  get(withQuery('/_emulator/graph/node', { api: node.api, kind: node.kind, id: node.id }), { signal }).then(({ answer }) => {
    if (!answer) show(place, h('p', { class: 'note' }, 'No route shows this by itself.'));
    else show(place, code(pretty(answer.text ?? answer.body), 'Answer'), answer.cut && h('p', { class: 'note' }, 'Only the beginning.'));
  }).catch(error => {
    if (error.name !== 'AbortError') show(place, h('p', { class: 'problem' }, error.message));
  });
  return place;
}

export function detail(node, model, context) {
  const isCenter = model.center.key === node.key;
  return [
    h('header', null, h('h2', null, node.title)),
    h('dl', { class: 'facts' },
      h('dt', null, 'What'), h('dd', null, `${node.type} in ${titles[node.api] ?? node.api}`),
      h('dt', null, 'Id'), h('dd', null, h('code', null, node.id)),
      h('dt', null, 'Neighbours'), h('dd', null, node.omitted > 0 ? `${count(node.neighbours)}, of which ${count(node.omitted)} not shown`
        : count(node.neighbours))),
    h('p', { class: 'actions' },
      node.omitted > 0 && h('button', { type: 'button', class: 'small', onclick: () => context.expand(node) }, 'Show more neighbours'),
      !isCenter && h('button', { type: 'button', class: 'small', onclick: () => context.open(node) }, 'Put it in the centre')),
    linkedWith(node, model, context.select),
    h('section', null,
      h('h3', null, `As ${titles[node.api] ?? node.api} shows it`),
      node.request && h('div', { class: 'value' }, h('code', null, `${node.request.method} ${node.request.target}`),
        copyButton(node.curl, 'Copy as curl')),
      answerOf(node, context)),
  ];
}
