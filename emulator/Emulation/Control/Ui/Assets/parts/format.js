// How names, times, numbers and bodies are written.

/** How the APIs are called. */
export const titles = { threatconnect: 'ThreatConnect v2', deso: 'DeSo associations', threatwinds: 'ThreatWinds' };

const number = new Intl.NumberFormat('en-US');

export const count = value => number.format(value);

export const plural = (value, one, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`;

/** 2024-03-01 12:00:05, of an instant in UTC. */
export const instant = text => String(text ?? '').replace('T', ' ').replace(/(\.\d+)?Z$/, '');

export const timeOfDay = text => instant(text).slice(11);

export const bytes = value => value < 1024 ? `${value} B` : value < 1048576 ? `${(value / 1024).toFixed(1)} KB`
  : `${(value / 1048576).toFixed(1)} MB`;

export const milliseconds = value => value < 10 ? `${value.toFixed(2)} ms` : value < 1000 ? `${value.toFixed(0)} ms`
  : `${(value / 1000).toFixed(2)} s`;

/** JSON with indentation; any other text as it is. */
export function pretty(text) {
  if (typeof text !== 'string') return JSON.stringify(text, null, 2);
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    // Numbers that JavaScript would round stay as they were sent.
    return /\d{16,}|\d\.\d{15,}|\d[eE]/.test(text) ? text : JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** The class of a status for its colour. */
export function statusClass(status) {
  if (status >= 500 || status === 0) return 'failed';
  if (status >= 400) return 'refused';
  return status >= 300 ? 'moved' : 'good';
}
