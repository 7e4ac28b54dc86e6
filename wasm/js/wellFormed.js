/** A lone half of a surrogate pair. Text with one is not Unicode, and UTF-8 cannot represent it. */
const LONE_SURROGATE = /\p{Cs}/u;

/** Whether a text is Unicode. Browsers before 2024 have no isWellFormed. */
export const isWellFormed = String.prototype.isWellFormed
    ? (text) => text.isWellFormed()
    : (text) => !LONE_SURROGATE.test(text);
