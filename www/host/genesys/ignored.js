/** Thrown for a message the client does not act on; the message is one sentence for a person. */
export class Ignored extends Error {}
