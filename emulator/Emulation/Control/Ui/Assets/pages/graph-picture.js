// The picture: nodes as shapes with labels, links as lines. Nodes can be selected, expanded and dragged.
import { h, s, show } from '../dom.js';
import { createViewport } from './graph-viewport.js';

// As the server measures labels.
const lineHeight = 13;

const labelOf = node => `${node.title}, ${node.type}`;

export function createPicture({ kinds, select, expand }) {
  const linkLayer = s('g', { class: 'links' });
  const nodeLayer = s('g', { class: 'nodes' });
  const svg = s('svg', { class: 'drawing', role: 'group', 'aria-label': 'Picture of the neighbourhood', tabindex: '0' },
    linkLayer, nodeLayer);
  const viewport = createViewport(svg);
  const paths = new Map(kinds.map(kind => [`${kind.api}:${kind.kind}`, kind.path]));
  const groups = new Map();
  let model = null;

  function place(node) {
    groups.get(node.key).setAttribute('transform', `translate(${node.x},${node.y})`);
  }

  function placeLink(line, link) {
    const [from, to] = [model.nodes.get(link.from), model.nodes.get(link.to)];
    line.setAttribute('d', `M${from.x},${from.y}L${to.x},${to.y}`);
  }

  function drag(node, group, event) {
    if (event.button !== 0) return;
    event.stopPropagation();
    const start = viewport.point(event);
    const at = { x: node.x, y: node.y };
    const lines = [...linkLayer.children].filter(line => line.link.from === node.key || line.link.to === node.key);
    const onMove = moved => {
      const point = viewport.point(moved);
      model.move(node, at.x + point.x - start.x, at.y + point.y - start.y);
      place(node);
      for (const line of lines) placeLink(line, line.link);
    };
    group.setPointerCapture(event.pointerId);
    group.addEventListener('pointermove', onMove);
    group.addEventListener('pointerup', () => group.removeEventListener('pointermove', onMove), { once: true });
  }

  function drawNode(node) {
    const group = s('g', {
      class: `node ${node.class}`, tabindex: '0', role: 'button', 'data-key': node.key,
      'data-api': node.api, transform: `translate(${node.x},${node.y})`,
      onclick: () => select(node),
      ondblclick: event => { event.preventDefault(); expand(node); },
      onkeydown: event => {
        if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); select(node); }
        if (event.key === '+') { event.stopPropagation(); expand(node); }
      },
      onpointerdown: event => drag(node, group, event),
    },
      s('title', null, labelOf(node)),
      s('path', { d: paths.get(`${node.api}:${node.kind}`) }),
      s('text', { 'aria-hidden': 'true', 'text-anchor': 'middle' }, node.lines.map((line, at) =>
        s('tspan', { x: 0, y: node.labelBox.y - node.y + lineHeight * at + 11 }, line))));
    if (node.omitted > 0) group.append(s('text', { class: 'more', x: 12, y: -7, 'aria-hidden': 'true' }, `+${node.omitted}`));
    groups.set(node.key, group);
    return group;
  }

  function drawLink(link) {
    const line = s('path', { class: `edge${link.crossApi ? ' across' : ''}` }, s('title', null, link.label));
    line.link = link;
    placeLink(line, link);
    return line;
  }

  const zoom = (label, factor) => h('button', { type: 'button', class: 'small', 'aria-label': label, onclick: () => viewport.zoom(factor) },
    factor < 1 ? '+' : '−');
  const element = h('div', { class: 'picture' }, svg, h('div', { class: 'zoom' }, zoom('Zoom in', 0.8), zoom('Zoom out', 1.25),
    h('button', { type: 'button', class: 'small', onclick: () => viewport.fit(boundsOf(model)) }, 'Fit')));

  const picture = {
    element,
    draw(next, selected) {
      model = next;
      groups.clear();
      show(nodeLayer, [...model.nodes.values()].map(drawNode));
      show(linkLayer, [...model.links.values()].filter(link => model.nodes.has(link.from) && model.nodes.has(link.to)).map(drawLink));
      picture.mark(selected);
    },
    mark(key) {
      for (const [name, group] of groups) {
        group.classList.toggle('selected', name === key);
        group.setAttribute('aria-pressed', name === key);
      }
      for (const line of linkLayer.children) line.classList.toggle('near', line.link.from === key || line.link.to === key);
    },
    open: (bounds, center) => viewport.fit(bounds, center),
  };
  return picture;
}

function boundsOf(model) {
  const all = [...model.nodes.values()];
  const left = Math.min(...all.map(node => Math.min(node.labelBox.x, node.x - 14)));
  const right = Math.max(...all.map(node => Math.max(node.labelBox.x + node.labelBox.width, node.x + 14)));
  const top = Math.min(...all.map(node => node.y - 16));
  const bottom = Math.max(...all.map(node => node.labelBox.y + node.labelBox.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
