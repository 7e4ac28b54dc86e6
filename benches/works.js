/* Names, for people: hosts, kinds of work and contenders. */
export const HOSTS = {
    node: 'Node',
    chromium: 'Chromium',
    csp: 'Chromium, CSP without eval',
    sandbox: 'Chromium, inside LWS'
};

/** By what an agent notices first. */
export const WORKS = {
    click: 'Click to published message',
    screen: 'Event to screen',
    visited: 'Record opened to list on screen',
    thirty: 'Event to screen, 30 live interactions',
    startUp: 'Start: bytes in hand to first message',
    memory: 'WebAssembly memory over a day',
    eventText: 'Event of 2.6 KB, as text',
    eventObject: 'Event of 2.6 KB, as an object',
    visit: 'One more record in a list of 100,000',
    build: 'Build a message',
    validate: 'Validate a correct message',
    invalid: 'Validate a wrong message, all problems listed',
    encodeShort: 'Encode a short text',
    encodeLong: 'Encode 10 K, not ASCII'
};

/** Measured in the local console with its components, not by the suite. */
export const ON_SCREEN = ['click', 'screen', 'visited', 'thirty'];

const EVERYWHERE = Object.keys(HOSTS);

/** Where each work is measured. A policy without eval makes a difference to validators only. */
export const WHERE = Object.fromEntries(
    Object.keys(WORKS).map((work) => [
        work,
        ON_SCREEN.includes(work)
            ? ['sandbox']
            : ['build', 'validate', 'invalid'].includes(work)
              ? EVERYWHERE
              : EVERYWHERE.filter((host) => host !== 'csp')
    ])
);

export const CONTENDERS = {
    patchbay: 'Patchbay',
    messages: 'Patchbay, messages only',
    hand: 'hand-written',
    ajvStandalone: 'Ajv, standalone',
    zod: 'zod',
    zodMini: 'zod/mini',
    valibot: 'valibot',
    xstate: 'XState',
    few: 'list of 10',
    native: 'native'
};
