import { load } from '#messages';
import { contender } from './validation.js';

export const open = async () => contender(await load());
