/* Whose a function of JavaScript is, by where it stands; null for the bench's own, which is not counted. */
export const KINDS = {
    Engine: 'The engine',
    JavaScript: 'JavaScript of Patchbay',
    Rust: 'Rust of Patchbay',
    Membrane: 'Lightning Web Security',
    Components: 'Components',
    Page: 'The page: LWC, base components, the console'
};

// What Lightning Web Security names its functions by; those without a name go by that of who calls them.
const MEMBRANE = /\$LWS$|Trap$/;

/** Of a work in Node or in a page, where Patchbay is a file of its own. */
export const ofWork = ({ url }) => (url.endsWith('/pkg/index.js') ? 'JavaScript' : null);

/** Of a start-up in Node or in a page: the program is Patchbay's. */
export const ofStart = ({ url }) => (url.endsWith('program.js') ? 'JavaScript' : null);

/** Of a work inside the sandbox, where the bench stands below Patchbay in one text. */
export function ofSandboxedWork(profile, code, bench) {
    const first = code.slice(0, code.indexOf(bench)).split('\n').length;
    const scripts = scriptsOf(profile, 'modules/c.js');
    return ({ scriptId, lineNumber }) => {
        if (!scripts.has(scriptId)) {
            return 'Membrane';
        }
        return lineNumber < first ? 'JavaScript' : null;
    };
}

/** Of a start-up inside the sandbox. */
export function ofSandboxedStart(profile) {
    const scripts = scriptsOf(profile, 'program.js');
    return ({ scriptId, functionName }) => {
        if (scripts.has(scriptId)) {
            return 'JavaScript';
        }
        return functionName === 'inSandbox' ? null : 'Membrane';
    };
}

/** Of a click in the console. */
export function ofClick(profile) {
    const components = scriptsOf(profile, 'modules/c.js');
    return ({ scriptId }, name) => {
        if (components.has(scriptId)) {
            return 'Components';
        }
        return MEMBRANE.test(name) ? 'Membrane' : 'Page';
    };
}

/** A text that was evaluated has its name in some frames only, but the same number in all. */
function scriptsOf({ nodes }, name) {
    const frames = nodes.map(({ callFrame }) => callFrame);
    return new Set(frames.filter(({ url }) => url.endsWith(name)).map(({ scriptId }) => scriptId));
}
