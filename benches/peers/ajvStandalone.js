import validate from '../../build/bench/ajvValidate.js';
import { contender } from './ajvSchema.js';

export function open() {
    return contender(validate);
}
