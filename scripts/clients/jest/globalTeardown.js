module.exports = async () => {
  const { emulator } = globalThis;
  if (!emulator) return;
  const ended = new Promise((resolve) => emulator.once('exit', resolve));
  emulator.kill();
  await ended;
};
