/* Names, for people: hosts, kinds of work and contenders. What is only a size has no host to run in. */
export const HOSTS = {
    node: 'Node',
    chromium: 'Chromium',
    csp: 'Chromium, CSP without eval',
    sandbox: 'Chromium, inside LWS'
};

export const WORKS = {
    build: 'Build a message of each action',
    buildEncoded: 'Build a transfer, its target encoded',
    buildFresh: 'Build a transfer to a target not seen before',
    validate: 'Judge a valid message, give out its own',
    validateFresh: 'Judge a transfer not seen before',
    invalid: 'Tell all problems of a wrong one, with texts',
    encodeClean: 'Encode ≤ 200 characters, nothing to escape',
    encodeShort: 'Encode a short text',
    encodeKilobyte: 'Encode 1 K, ASCII',
    encodeTenKilobytes: 'Encode 10 K, not ASCII',
    encodeMixed: 'Encode short and long, mixed',
    eventText: 'Event of 2.6 KB, as text',
    eventObject: 'Event of 2.6 KB, as an object',
    visit: 'One more record in a list',
    delta: '20 records at once, in a list',
    startUp: 'Start: bytes in hand to first message',
    click: 'Click to published message',
    memory: 'Memory of the module',
    module: 'Module and glue',
    lwc: 'Largest file'
};

/** Sizes are looked up, not worked for. */
export const TIMED = Object.keys(WORKS).filter((work) => work !== 'module' && work !== 'lwc');

export const CONTENDERS = {
    patchbay: 'Patchbay',
    hand: 'hand-written',
    ajv: 'Ajv, compiled',
    ajvStandalone: 'Ajv, standalone',
    zod: 'zod',
    zodMini: 'zod/mini',
    valibot: 'valibot',
    native: 'native',
    xstate: 'XState',
    few: 'among 10',
    snapshot: 'full snapshot',
    jsonParse: 'JSON.parse'
};
