// Starts an emulator on a free port, unless EMULATOR_URL names one that runs. EMULATOR_COMMAND is the command (default: api-emulator).
const { spawn } = require('node:child_process');
const { createInterface } = require('node:readline');

module.exports = async () => {
  if (process.env.EMULATOR_URL) return;
  const [command, ...first] = (process.env.EMULATOR_COMMAND || 'api-emulator').split(' ');
  const emulator = spawn(command, [...first, '--urls', 'http://127.0.0.1:0', '--dataset', 'docs'], { stdio: ['ignore', 'pipe', 'inherit'] });
  emulator.once('error', (error) => { throw new Error(`${command} did not start: ${error.message}`); });
  globalThis.emulator = emulator;
  for await (const line of createInterface({ input: emulator.stdout })) {
    if (!line.startsWith('Listening on ')) continue;
    process.env.EMULATOR_URL = line.slice('Listening on '.length);
    break;
  }
  emulator.stdout.resume();
  if (!process.env.EMULATOR_URL) throw new Error(`${command} did not start an emulator`);
};
