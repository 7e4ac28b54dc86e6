import {
    boolean,
    discriminatedUnion,
    enum as oneOf,
    literal,
    never,
    number,
    optional,
    record,
    strictObject,
    string,
    union
} from 'zod';
import { open as openSchema } from './zodSchema.js';

const z = { boolean, discriminatedUnion, literal, never, number, oneOf, optional, record, strictObject, string, union };

export const open = () => openSchema(z, (schema, check, told) => schema.refine(check, told));
