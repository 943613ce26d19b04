// Saves the requests of the filter as an HTTP archive, which browsers and proxies open.
import { send, withQuery } from '../api.js';
import { announce } from '../dom.js';
import { save } from '../parts/copy.js';
import { journalFilter } from './requests-filter.js';

export async function saveArchive(filter) {
  try {
    const response = await send('GET', withQuery('/_emulator/requests.har', journalFilter(filter)));
    save('requests.har', await response.text());
    announce('Saved as requests.har.');
  } catch (error) {
    announce(error.message);
  }
}
