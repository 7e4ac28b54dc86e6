import Ajv from 'ajv';
import * as formats from './ajvFormats.js';
import { OPTIONS, SCHEMA, contender } from './ajvSchema.js';

export function open() {
    return contender(new Ajv({ ...OPTIONS, formats }).compile(SCHEMA));
}
