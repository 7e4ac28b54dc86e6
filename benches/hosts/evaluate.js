/* A fresh place for a program in a page: a frame of its own, with globals of its own. */
/* global document */
export async function inFrame(code) {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const script = frame.contentDocument.createElement('script');
    script.textContent = code;
    const started = performance.now();
    frame.contentDocument.body.append(script);
    const message = await frame.contentWindow.bench.first();
    const took = performance.now() - started;
    frame.remove();
    return { took, message };
}
