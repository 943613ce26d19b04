import newman from 'newman';

export default async function (url) {
  await fetch(`${url}/worlds/newman/_emulator/reset`, { method: 'POST' });
  const summary = await new Promise((resolve, reject) =>
    newman.run(
      { collection: './collection.json', envVar: [{ key: 'url', value: `${url}/worlds/newman` }] },
      (error, result) => (error ? reject(error) : resolve(result))));
  const { assertions } = summary.run.stats;
  if (summary.run.failures.length > 0) {
    throw new Error(summary.run.failures.map(failure => `${failure.source?.name}: ${failure.error.message}`).join('\n'));
  }
  return `${assertions.total} assertions`;
}
