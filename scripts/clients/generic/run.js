import waits from './wait-on.js';
import collection from './newman.js';
import requests from './got.js';

const url = (process.argv[2] ?? 'http://127.0.0.1:5010').replace(/\/$/, '');
for (const [name, client] of [['wait-on', waits], ['newman', collection], ['got', requests]]) {
  console.log(`${name}: ${await client(url)}`);
}
console.log('all passed');
