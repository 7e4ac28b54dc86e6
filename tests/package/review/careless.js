/** What the review is known to refuse. */
export function careless(element, text) {
    element.innerHTML = text;
}
