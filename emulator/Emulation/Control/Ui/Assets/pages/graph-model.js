// The nodes and links that the picture shows: the first answer, and what was added around single nodes.

const gap = 6;
const rounds = 80;

// A node with its label, as one box around its position.
function boxOf(node) {
  const { x, y, width, height } = node.labelBox;
  const left = Math.min(x - node.x, -14);
  const right = Math.max(x + width - node.x, 14);
  return { left: node.x + left - gap, right: node.x + right + gap, top: node.y - 14 - gap, bottom: y - node.y + height + node.y + gap };
}

function move(node, x, y) {
  node.labelBox = { ...node.labelBox, x: node.labelBox.x + x - node.x, y: node.labelBox.y + y - node.y };
  node.x = x;
  node.y = y;
}

/** Moves the new nodes until their boxes overlap no other, or the rounds are over. */
function separate(added, all) {
  for (let round = 0; round < rounds; round++) {
    let isFree = true;
    for (const node of added) {
      const box = boxOf(node);
      for (const other of all) {
        if (other === node) continue;
        const taken = boxOf(other);
        const width = Math.min(box.right, taken.right) - Math.max(box.left, taken.left);
        const height = Math.min(box.bottom, taken.bottom) - Math.max(box.top, taken.top);
        if (width <= 0 || height <= 0) continue;
        isFree = false;
        if (height <= width) move(node, node.x, node.y + (node.y >= other.y ? height : -height));
        else move(node, node.x + (node.x >= other.x ? width : -width), node.y);
        break;
      }
    }
    if (isFree) return;
  }
}

export function createModel() {
  const nodes = new Map();
  const links = new Map();
  const linkKey = link => `${link.from} ${link.relation} ${link.to}`;

  const model = {
    nodes,
    links,
    center: null,

    /** Replaces everything by an answer, and gives its centre. */
    reset(answer) {
      nodes.clear();
      links.clear();
      for (const node of answer.nodes) nodes.set(node.key, node);
      for (const link of answer.links) links.set(linkKey(link), link);
      model.center = nodes.get(answer.center);
      return model.center;
    },

    /** Adds the neighbours of one node, placed around it. */
    add(key, answer) {
      const around = nodes.get(key);
      const center = answer.nodes.find(node => node.key === answer.center);
      const added = answer.nodes.filter(node => !nodes.has(node.key));
      for (const node of added) {
        move(node, around.x + node.x - center.x, around.y + node.y - center.y);
        nodes.set(node.key, node);
      }
      for (const link of answer.links) links.set(linkKey(link), link);
      around.omitted = center.omitted;
      separate(added, [...nodes.values()]);
    },

    linksOf: key => [...links.values()].filter(link => link.from === key || link.to === key),

    degree: key => model.linksOf(key).length,

    /** How many nodes of each kind there are, by "api:kind". */
    counts() {
      const counts = new Map();
      for (const node of nodes.values()) counts.set(`${node.api}:${node.kind}`, (counts.get(`${node.api}:${node.kind}`) ?? 0) + 1);
      return counts;
    },

    move,
  };
  return model;
}
