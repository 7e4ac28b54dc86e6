/** The transcripts of chats, whole: kept for as long as the session has a log of the chat, which its record may not hold. */
const TRANSCRIPT = 'Chat.Transcript';

export class Transcripts {
    texts = new Map();

    /** The client lets an interaction go long before its log is complete. */
    follow({ interactions, logs }) {
        for (const { id, attributes } of interactions) {
            if (attributes[TRANSCRIPT]) {
                this.texts.set(id, attributes[TRANSCRIPT]);
            }
        }
        const ids = logs.map(({ id }) => id);
        for (const id of this.texts.keys()) {
            if (!ids.includes(id)) {
                this.texts.delete(id);
            }
        }
    }

    of(id) {
        return this.texts.get(id) ?? null;
    }
}

/** Whether the problem is that a transcript was not stored, or not all of it, in one of the fields that store transcripts. */
export function isOfTranscript({ path }, fields) {
    return path.endsWith(`/${TRANSCRIPT}`) || fields.some((field) => path === `/${field}`);
}
