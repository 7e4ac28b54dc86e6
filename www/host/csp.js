// Content security policies by name. `lightning` is that of a Lightning page with Lightning Web Security; the others exist to
// show what a component reports where a page is stricter.
const rest = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:";

export const CSP = Object.freeze({
    lightning: [
        "default-src 'self'",
        "script-src 'self' 'unsafe-eval' 'unsafe-inline' blob:",
        "object-src 'self'",
        "style-src 'self' blob: 'unsafe-inline'",
        "img-src 'self' http: https: data: blob:",
        "media-src 'self' blob:",
        "frame-ancestors 'self'",
        "font-src 'self' https: data:",
        "connect-src 'self'"
    ].join('; '),
    none: null,
    self: `${rest}; script-src 'self'`,
    wasm: `${rest}; script-src 'self' 'wasm-unsafe-eval'`,
    eval: `${rest}; script-src 'self' 'unsafe-eval'`
});
