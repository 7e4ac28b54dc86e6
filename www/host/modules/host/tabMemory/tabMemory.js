/** Texts that survive a reload of the page. Where the browser blocks storage, the console works and forgets them. */
export function recall(key) {
    try {
        return sessionStorage.getItem(key);
    } catch {
        return null;
    }
}

export function keep(key, text) {
    try {
        sessionStorage.setItem(key, text);
    } catch {
        forget(key); // storage is full: better nothing than outdated data
    }
}

function forget(key) {
    try {
        sessionStorage.removeItem(key);
    } catch {
        // storage is blocked, so nothing is in it
    }
}
