/** An exception of Apex code that says what went wrong in a sentence for a person. */
export class ApexError extends Error {
    name = 'ApexError';
}
