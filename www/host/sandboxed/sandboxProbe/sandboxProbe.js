/** Leaves a mark on the globals it sees and says what else is there, so that the page can tell whether a sandbox is between them. */
import { LightningElement, api } from 'lwc';

export default class SandboxProbe extends LightningElement {
    /** `{ ownMark, visible }`: the mark read back, and which of the page's globals can be seen from here. */
    @api
    inspect(mark, pageGlobals) {
        window[mark] = 'left by the component';
        const viaFunction = new Function('return globalThis')();
        return {
            ownMark: viaFunction[mark] === window[mark] ? window[mark] : null,
            visible: pageGlobals.filter((name) => name in window || name in viaFunction)
        };
    }
}
