// The filter of requests: by API, status and text.
import { form } from '../parts/form.js';
import { choice, text } from '../parts/form.js';

const statuses = [['', 'All'], ['ok', 'Answered (1xx to 3xx)'], ['refused', 'Refused (4xx)'], ['failed', 'Failed (5xx, no answer)'],
  ['changed', 'By a fault or stub']];

function hasStatus(row, wanted) {
  switch (wanted) {
    case 'ok': return row.status > 0 && row.status < 400;
    case 'refused': return row.status >= 400 && row.status < 500;
    case 'failed': return row.status >= 500 || row.status === 0;
    case 'changed': return row.faults.length > 0 || Boolean(row.stub);
    default: return true;
  }
}

export function matches(row, { api, status, text: words }) {
  if (api && row.api !== api) return false;
  if (!hasStatus(row, status)) return false;
  if (!words) return true;
  const all = `${row.method} ${row.target} ${row.route ?? ''} ${row.reason ?? ''}`.toLowerCase();
  return words.toLowerCase().split(/\s+/).every(word => all.includes(word));
}

/** The parameters by which the journal itself filters. */
export const journalFilter = ({ api, status }) => ({ api, status: { refused: '4xx', failed: '5xx' }[status] });

export function filterForm(apis, filter, change) {
  const read = values => change({ api: values.api ?? '', status: values.status ?? '', text: values.text ?? '' });
  const element = form({ class: 'line filter', submit: read, 'aria-label': 'Filter' },
    choice('API', [['', 'All'], ...apis], { name: 'api', value: filter.api ?? '' }),
    choice('Status', statuses, { name: 'status', value: filter.status ?? '' }),
    text('Text', { name: 'text', value: filter.text ?? '', placeholder: 'path, route or reason', type: 'search' }));
  element.addEventListener('input', () => read(Object.fromEntries(new FormData(element))));
  return element;
}
