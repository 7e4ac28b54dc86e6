// A chat transcript of any length.

const AGENT_LINES = ['I am looking it up.', 'Thank you, I have found it.', 'Is there anything else?', 'Gladly 🙂'];
const VISITOR_LINES = ['It is about the hail cover.', 'Yes, of the north field.', 'That helps, thank you!', 'Grüße 👋'];

/** The transcript of a chat; its length is in UTF-16 units, as Salesforce counts characters. */
export function transcriptOf({ facts: { name }, transcriptLength }) {
    const greeting = `${name}: hi\nAgent: hello`;
    if (transcriptLength === null) return greeting;
    const lines = [greeting];
    for (let length = greeting.length, turn = 0; length < transcriptLength; turn += 1) {
        const [who, said] = turn % 2 === 0 ? [name, VISITOR_LINES] : ['Agent', AGENT_LINES];
        lines.push(`${who}: ${said[(turn >> 1) % said.length]}`);
        length += lines.at(-1).length + 1;
    }
    const text = lines.join('\n').slice(0, transcriptLength);
    // The last character may be half of one outside the basic plane.
    return text.isWellFormed() ? text : `${text.slice(0, -1)}.`;
}
