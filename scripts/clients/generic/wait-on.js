import waitOn from 'wait-on';

/** `http:` resources are polled with HEAD, `http-get:` ones with GET. */
export default async function (url) {
  const resources = [`${url}/`, `http-get:${url.slice('http:'.length)}/_emulator/health/ready`, `tcp:${new URL(url).host}`];
  await waitOn({ resources, timeout: 10_000 });
  return `${resources.length} resources ready`;
}
