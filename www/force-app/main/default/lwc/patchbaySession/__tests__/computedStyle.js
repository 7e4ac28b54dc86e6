/*
 * jsdom tries every rule of its built-in stylesheet on every element that it is asked about, which took most of the time of the
 * accessibility checks. There is no other stylesheet in these tests, so elements of one kind, without a style of their own, look alike.
 */
const { getComputedStyle } = window;

/** The attributes that the rules of the built-in stylesheet ask for. */
const ATTRIBUTES = ['hidden', 'open', 'type'];

const styles = new Map();

const kindOf = (element) =>
    [element.localName, ...ATTRIBUTES.map((name) => String(element.getAttribute(name)))].join('|');

window.getComputedStyle = (element, pseudo) => {
    if (pseudo || element.hasAttribute('style')) {
        return getComputedStyle.call(window, element, pseudo);
    }
    const kind = `${kindOf(element)} in ${element.parentElement ? kindOf(element.parentElement) : ''}`;
    if (!styles.has(kind)) {
        styles.set(kind, getComputedStyle.call(window, element));
    }
    return styles.get(kind);
};
