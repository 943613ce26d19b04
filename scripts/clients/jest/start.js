// Starts the emulator on a free port, unless EMULATOR_URL names one that runs already.
const { spawn } = require('node:child_process');
const { createInterface } = require('node:readline');
const path = require('node:path');

module.exports = async () => {
  if (process.env.EMULATOR_URL) return;
  const project = path.join(__dirname, '../../../emulator');
  const emulator = spawn('dotnet', ['run', '--project', project, '--', '--urls', 'http://127.0.0.1:0', '--dataset', 'docs'], { stdio: ['ignore', 'pipe', 'inherit'] });
  globalThis.emulator = emulator;
  for await (const line of createInterface({ input: emulator.stdout })) {
    if (!line.startsWith('Listening on ')) continue;
    process.env.EMULATOR_URL = line.slice('Listening on '.length);
    break;
  }
  emulator.stdout.resume();
  if (!process.env.EMULATOR_URL) throw new Error('the emulator did not start');
};
