/** The ID of a Task. EAA is the checksum of an ID whose only capital letter is the T of the prefix 00T. */
export function recordId(number) {
    return `00T${String(number).padStart(12, '0')}EAA`;
}
