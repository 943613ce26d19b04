// One story through the three APIs.
import { h } from '../dom.js';

export const story = () => h('div', { hidden: true });
