import {
    boolean,
    config,
    discriminatedUnion,
    enum as oneOf,
    literal,
    never,
    number,
    optional,
    record,
    refine,
    strictObject,
    string,
    union
} from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import { open as openSchema } from './zodSchema.js';

const z = { boolean, discriminatedUnion, literal, never, number, oneOf, optional, record, strictObject, string, union };

export function open() {
    // Without a language its issues have no texts.
    config(english());
    return openSchema(z, (schema, check, told) => schema.check(refine(check, told)));
}
