// The first request to an API in four languages.
import { code } from '../parts/code.js';
import { tabs } from '../parts/tabs.js';

const single = text => `'${text.replaceAll("'", "'\\''")}'`;

const double = text => JSON.stringify(text);

function curl(url, headers) {
  return [`curl -s ${single(url)}`, ...headers.map(([name, value]) => `-H ${single(`${name}: ${value}`)}`)].join(' \\\n  ');
}

function python(url, headers) {
  const lines = headers.map(([name, value]) => `    ${double(name)}: ${double(value)},\n`).join('');
  const given = headers.length > 0 ? `, headers={\n${lines}}` : '';
  return `import requests\n\nresponse = requests.get(${double(url)}${given})\nprint(response.status_code, response.json())`;
}

function javaScript(url, headers) {
  const lines = headers.map(([name, value]) => `    ${double(name)}: ${double(value)},\n`).join('');
  const given = headers.length > 0 ? `, {\n  headers: {\n${lines}  },\n}` : '';
  return `const response = await fetch(${double(url)}${given});\nconsole.log(response.status, await response.json());`;
}

function cSharp(url, headers) {
  const add = 'client.DefaultRequestHeaders.TryAddWithoutValidation';
  const lines = headers.map(([name, value]) => `${add}(${double(name)}, ${double(value)});\n`);
  return `using var client = new HttpClient();\n${lines.join('')}using var response = await client.GetAsync(${double(url)});\n`
    + 'Console.WriteLine(await response.Content.ReadAsStringAsync());';
}

const languages = [
  ['curl', 'curl', curl],
  ['python', 'Python', python],
  ['javascript', 'JavaScript', javaScript],
  ['csharp', 'C#', cSharp],
];

/** Tabs with the sample request in each language. */
export function snippets(origin, sample, api) {
  const url = origin + sample.target;
  const headers = Object.entries(sample.headers);
  return tabs(languages.map(([name, title, write]) => ({ name, title, show: () => code(write(url, headers), `${api} in ${title}`) })),
    { label: `${api}: language`, class: 'chips' });
}
