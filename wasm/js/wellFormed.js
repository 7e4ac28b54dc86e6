/** Half of a surrogate pair standing alone: such a text is no Unicode and has no UTF-8. */
const LONE_SURROGATE = /\p{Cs}/u;

/** Whether a text is Unicode. Browsers older than 2024 have no function of their own for it. */
export const isWellFormed = String.prototype.isWellFormed
    ? (text) => text.isWellFormed()
    : (text) => !LONE_SURROGATE.test(text);
