// Which part of a picture is shown: zoom by wheel, buttons and keys; moved by dragging the ground and by arrow keys.

const margin = 24;
const least = 120;
const most = 20000;
// A few nodes are not drawn larger than this allows.
const leastAtFirst = 520;
// The scale from which on labels can be read: 11 units are 8 pixels then.
const legible = 0.73;

// Where the part of a length begins that is shown: around a point, and within the length.
const startOf = (start, length, part, point) => part >= length ? start + (length - part) / 2
  : Math.min(Math.max(point - part / 2, start), start + length - part);

export function createViewport(svg) {
  let box = { x: -400, y: -300, width: 800, height: 600 };

  const apply = () => svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);

  function point(event) {
    const matrix = svg.getScreenCTM().inverse();
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  }

  function zoom(factor, around = { x: box.x + box.width / 2, y: box.y + box.height / 2 }) {
    const width = Math.min(Math.max(box.width * factor, least), most);
    const scale = width / box.width;
    box = {
      x: around.x - (around.x - box.x) * scale, y: around.y - (around.y - box.y) * scale, width, height: box.height * scale,
    };
    apply();
  }

  function moveBy(x, y) {
    box = { ...box, x: box.x + x, y: box.y + y };
    apply();
  }

  svg.addEventListener('wheel', event => {
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.12 : 0.89, point(event));
  }, { passive: false });

  svg.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    const start = point(event);
    const move = moved => {
      const now = point(moved);
      moveBy(start.x - now.x, start.y - now.y);
    };
    svg.setPointerCapture(event.pointerId);
    svg.addEventListener('pointermove', move);
    const stop = () => svg.removeEventListener('pointermove', move);
    for (const end of ['pointerup', 'pointercancel']) svg.addEventListener(end, stop, { once: true });
  });

  svg.addEventListener('keydown', event => {
    const step = box.width / 12;
    const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if (event.key === '+') zoom(0.8);
    else if (event.key === '-') zoom(1.25);
    else if (moves[event.key]) moveBy(...moves[event.key]);
    else return;
    event.preventDefault();
  });

  return {
    point,
    zoom,
    // Shows all of the bounds; with a center, and where all of it would be too small to read, the part around the center.
    fit(bounds, center) {
      const width = Math.max(bounds.width + 2 * margin, leastAtFirst);
      const all = { x: bounds.x + (bounds.width - width) / 2, y: bounds.y - margin, width, height: bounds.height + 2 * margin };
      const scale = Math.min(svg.clientWidth / all.width, svg.clientHeight / all.height);
      const part = { width: svg.clientWidth / legible, height: svg.clientHeight / legible };
      box = !center || scale >= legible ? all : {
        x: startOf(all.x, all.width, part.width, center.x), y: startOf(all.y, all.height, part.height, center.y), ...part,
      };
      apply();
    },
  };
}
