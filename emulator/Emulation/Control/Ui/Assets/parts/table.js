// Tables that become lists of labelled values on a narrow screen. The roles keep their meaning there.
import { h } from '../dom.js';

function cell(column, row) {
  const content = column.cell(row);
  return h('td', { role: 'cell', class: column.class, 'data-label': column.title }, h('div', { class: 'cell' }, content));
}

/** One row; `options.rowAttributes(row)` gives attributes to its element. */
export const rowOf = (columns, row, options = {}) =>
  h('tr', { role: 'row', ...options.rowAttributes?.(row) }, columns.map(column => cell(column, row)));

/**
 * A table. `columns` is a list of { title, cell(row), class }; `options` has caption (for screen readers), empty (shown without rows),
 * class and rowAttributes(row).
 */
export function table(columns, rows, options = {}) {
  if (rows.length === 0 && options.empty) return h('p', { class: 'empty' }, options.empty);
  return h('table', { class: `list ${options.class ?? ''}`, role: 'table' },
    options.caption && h('caption', { class: 'visually-hidden' }, options.caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map(column =>
      h('th', { role: 'columnheader', scope: 'col', class: column.class },
        column.title || h('span', { class: 'visually-hidden' }, 'Actions'))))),
    h('tbody', { role: 'rowgroup' }, rows.map(row => rowOf(columns, row, options))));
}
