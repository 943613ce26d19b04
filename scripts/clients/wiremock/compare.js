// The same mapping files and the same requests, on WireMock's own jar and here:
//   dotnet run --project emulator -- --dataset docs --stubs scripts/clients/wiremock/stubs
//   npm install && node compare.js http://127.0.0.1:5010
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { requests } from './requests.js';

const here = process.argv[2] ?? 'http://127.0.0.1:5010';
const folder = fileURLToPath(new URL('.', import.meta.url));
const jars = readdirSync(`${folder}node_modules/wiremock/build`).filter((file) => file.endsWith('.jar'));
// Headers that a server writes by itself, or that hold an id which is random there.
const own = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'matched-stub-id', 'vary']);
// WireMock deletes the files of mappings that are deleted, so it gets a copy.
const copy = mkdtempSync(`${tmpdir()}/stubs-`);
cpSync(`${folder}stubs`, copy, { recursive: true });
const port = await freePort();
const there = `http://127.0.0.1:${port}`;
const java = spawn('java', ['-jar', `${folder}node_modules/wiremock/build/${jars[0]}`, '--port', port, '--bind-address', '127.0.0.1', '--root-dir', copy], { stdio: 'ignore' });
let differences = 0;
try {
  await ready(there);
  await both('POST', '/__admin/mappings/reset');
  await compareMappings();
  for (const request of requests) await compare(...request);
  await compareAdmin();
} finally {
  java.kill();
  rmSync(copy, { recursive: true });
}
console.log(`${requests.length} requests and the admin answers compared, ${differences} differences`);
process.exitCode = differences === 0 ? 0 : 1;

async function compare(method, target, headers = {}, body = undefined) {
  const [expected, actual] = [await ask(there, method, target, headers, body), await ask(here, method, target, headers, body)];
  report(`${method} ${target} ${body ?? ''}`, reduced(expected), reduced(actual));
}

// Of an answer that no stub gave nothing more is compared: over there it is WireMock's own page, here the emulator's.
function reduced(answer) {
  if (answer.fault) return answer.fault;
  if (!answer.headers.some(([name]) => name === 'matched-stub-id')) return 'no stub';
  const headers = answer.headers.filter(([name]) => !own.has(name)).map((pair) => pair.join(': ')).sort();
  // Where a stub says nothing, each server has words of its own for a status.
  return JSON.stringify([answer.status, answer.status === 418 ? answer.phrase : '', headers, answer.body]);
}

async function compareMappings() {
  const [expected, actual] = await both('GET', '/__admin/mappings');
  const normal = (answer) => JSON.parse(answer.body).mappings.map((mapping) => JSON.stringify(mapping).replaceAll(mapping.name === 'ids' ? /$^/g : mapping.id, 'ID')).sort();
  const [left, right] = [normal(expected), normal(actual)];
  if (left.length !== right.length) report('how many mappings', `${left.length}`, `${right.length}`);
  for (let i = 0; i < left.length; i++) report(`mapping ${i}`, left[i], right[i]);
}

async function compareAdmin() {
  const steps = [
    ['GET', '/__admin/scenarios'],
    ['PUT', '/__admin/scenarios/todo/state', '{"state":"one added"}'],
    ['PUT', '/__admin/scenarios/todo/state', '{"state":"nope"}'],
    ['PUT', '/__admin/scenarios/nope/state', '{"state":"x"}'],
    ['POST', '/__admin/scenarios/reset'],
    ['GET', '/__admin/version'],
    ['POST', '/__admin/settings', '{"fixedDelay":1,"delayDistribution":{"type":"uniform","lower":1,"upper":2}}'],
    ['GET', '/__admin/settings'],
    ['POST', '/__admin/settings', '{}'],
    ['GET', '/__admin/mappings/5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11'],
    ['PUT', '/__admin/mappings/5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11', '{"request":{"url":"/t/ids"},"response":{"headers":{"A":["1"]}}}'],
    ['GET', '/__admin/mappings/5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a12'],
    ['GET', '/__admin/mappings/nope'],
    ['POST', '/__admin/mappings', '{"id":"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11"}'],
    ['POST', '/__admin/mappings', '{"request":{"urlx":"/a"}}'],
    ['POST', '/__admin/mappings', '{"request":{"headers":{"a":{"equalTo":1}}}}'],
    ['POST', '/__admin/mappings', '{"id":"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a13","metadata":{"kind":{"of":"test"}},"request":{"basicAuthCredentials":{"password":"p","username":"u"},"method":"post","cookies":{"c":{"absent":true}},"urlPathTemplate":"/x/{y}"},"newScenarioState":"two","scenarioName":"other","response":{"fault":"EMPTY_RESPONSE","headers":{"A":["1"]},"statusMessage":"M","status":201}}'],
    ['POST', '/__admin/mappings/find-by-metadata', '{"matchesJsonPath":{"expression":"$.kind.of","equalTo":"test"}}'],
    ['POST', '/__admin/mappings/remove-by-metadata', '{"matchesJsonPath":"$.kind"}'],
    ['POST', '/__admin/mappings/import', '{"mappings":[{"id":"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a21","request":{"url":"/i"},"response":{"body":"one"}},{"id":"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a22","request":{"url":"/i"},"response":{"body":"two"}}],"importOptions":{"deleteAllNotInImport":true}}'],
    ['GET', '/__admin/mappings'],
    ['GET', '/__admin/mappings?limit=1&offset=1'],
    ['POST', '/__admin/mappings/import', '{"mappings":[{"request":{"url":"/j"}},{"request":{"nope":1}}]}'],
    ['POST', '/__admin/mappings/remove', '{"request":{"url":"/i"},"id":"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a22"}'],
    ['GET', '/__admin/mappings/unmatched'],
    ['DELETE', '/__admin/mappings/5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a21'],
    ['DELETE', '/__admin/mappings/5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a21'],
    ['GET', '/__admin/mappings'],
    ['GET', '/__admin/scenarios'],
    ['POST', '/__admin/mappings/reset'],
    ['POST', '/__admin/reset'],
  ];
  for (const [method, target, body] of steps) {
    const [expected, actual] = await both(method, target, body);
    report(`${method} ${target} ${body ?? ''}`, ...[expected, actual].map((answer) => `${answer.status} ${answer.status < 300 ? compact(answer.body) : pointerOf(answer.body)}`));
  }
}

// Ids that WireMock made up are its own.
function compact(body) {
  if (body === '') return '';
  const value = JSON.parse(body);
  for (const mapping of [...(value.mappings ?? []), ...(value.scenarios ?? []).flatMap((scenario) => scenario.mappings)])
    if (mapping.id !== undefined && mapping.name !== 'ids' && !mapping.id.startsWith('5d5e2f9c')) mapping.id = mapping.uuid = 'ID';
  return JSON.stringify(value);
}

// Of a refusal the code; and where the pointer leads, up to the matcher (there it stops, here it names the member).
function pointerOf(body) {
  const error = body === '' ? undefined : JSON.parse(body).errors?.[0];
  return error === undefined || error.code === 404 ? '' : `${error.code} ${(error.code === 10 ? error.source?.pointer ?? '' : '').replace(/\/equalTo$/, '')}`;
}

function report(what, expected, actual) {
  if (expected === actual) return;
  differences++;
  console.log(`differs: ${what}\n  WireMock: ${expected}\n  emulator: ${actual}`);
}

async function both(method, target, body) {
  const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
  return [await ask(there, method, target, headers, body), await ask(here, method, target, headers, body)];
}

function ask(base, method, target, headers = {}, body = undefined) {
  const { hostname, port } = new URL(base);
  return new Promise((resolve) => {
    const request = http.request({ hostname, port, method, path: target, headers: { Connection: 'keep-alive', ...headers }, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', () => {});
      response.on('close', () => request.destroy());
      response.on('close', () => resolve(!response.complete ? { fault: 'not HTTP' } : {
        status: response.statusCode,
        phrase: response.statusMessage,
        headers: pairs(response.rawHeaders),
        body: Buffer.concat(parts).toString('latin1'),
      }));
    });
    // Whether garbage is met before or after the head of the answer was read is a matter of packets.
    request.on('error', (fault) => resolve({ fault: fault.code.startsWith('HPE_') ? 'not HTTP' : fault.code }));
    if (body !== undefined) request.setHeader('Content-Length', Buffer.byteLength(body));
    request.end(body);
  });
}

function pairs(raw) {
  const found = [];
  for (let i = 0; i < raw.length; i += 2) found.push([raw[i].toLowerCase(), raw[i + 1]]);
  return found;
}

async function ready(base) {
  for (let i = 0; i < 300; i++) {
    const { status } = await ask(base, 'GET', '/__admin/version');
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${base} does not answer`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
