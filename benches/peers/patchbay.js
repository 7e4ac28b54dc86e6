import { load } from '#patchbay';
import { contender } from './validation.js';

export const open = async () => contender(await load());
