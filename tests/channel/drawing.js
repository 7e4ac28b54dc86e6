/*
 * Runs in a page before anything else: `window.drawing` counts what is drawn and published because of something. The observer is
 * taken before the components' synthetic shadow hides from it what is inside of them.
 */
export function drawing() {
    const { MutationObserver } = window;

    /** Messages between ports are a turn of the page that no clock can stop. */
    const turn = () =>
        new Promise((resolve) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
                port1.close();
                resolve();
            };
            port2.postMessage(null);
        });

    function onPage() {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
        let nodes = 0;
        while (walker.nextNode()) nodes += 1;
        return nodes;
    }

    window.drawing = async (work) => {
        let drawn = 0;
        const observer = new MutationObserver((records) => {
            drawn += records.length;
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        const before = window.stage.traffic.published;
        work();
        await turn();
        await turn();
        observer.disconnect();
        return { drawn, published: window.stage.traffic.published - before, nodes: onPage() };
    };
}
