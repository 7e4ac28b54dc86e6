/** What the review is known to refuse. */
export function show(element, text) {
    element.innerHTML = text;
}
