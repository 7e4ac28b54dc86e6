/** Thrown for a message that the client does not act on. Its own message is a sentence for people. */
export class Ignored extends Error {}
