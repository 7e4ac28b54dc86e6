/*
 * A page whose time is the test's: timers, dates and frames stand still, and pass only while the test waits for a state, a step
 * at a time, each after the page has done all of the one before. So a slow machine makes a test slow, and nothing else.
 */

/** When every test begins; a Thursday. */
export const START = Date.parse('2026-04-09T10:00:00Z');

/** Milliseconds that pass at once. */
const STEP = 250;

/** Real milliseconds after which a state counts as never coming; only a test that fails gets there. */
const GIVE_UP = 180_000;

/** Real milliseconds between looks, for what no timer brings: an answer of the database, a download. */
const BREATH = 5;

const driven = new WeakSet();

/** Stops the clock of a page, before it loads anything. */
export async function stopClock(page) {
    await page.clock.install({ time: START });
    await page.clock.pauseAt(START + 1000);
    page.setDefaultTimeout(GIVE_UP);
    driven.add(page);
    page.waitForFunction = (work, given) => until(page, () => page.evaluate(work, given));
    driveLocators(page.locator('html'));
}

/** Lets time pass while something goes on that needs it; resolves to what comes of it. Where time is real, it just waits. */
export async function passingTime(page, work) {
    let over = !driven.has(page);
    const result = work.finally(() => {
        over = true;
    });
    result.catch(() => {});
    while (!over) {
        await page.clock.runFor(1);
        await new Promise((resolve) => setTimeout(resolve, BREATH));
    }
    return result;
}

/** Lets time pass until something holds. */
async function until(page, holds) {
    const begun = performance.now();
    while (!(await holds())) {
        if (performance.now() - begun > GIVE_UP) {
            throw new Error('waited in vain for a state of the page; build/traces has what was seen meanwhile');
        }
        await page.clock.runFor(STEP);
        await new Promise((resolve) => setTimeout(resolve, BREATH));
    }
}

const STATES = {
    visible: (locator) => locator.isVisible(),
    hidden: async (locator) => !(await locator.isVisible()),
    attached: async (locator) => (await locator.count()) > 0,
    detached: async (locator) => (await locator.count()) === 0
};

/** What a person can use: it is there, and not switched off. */
const usable = async (locator) => (await locator.count()) > 0 && locator.isEnabled();

let locatorsAreDriven = false;

/**
 * Playwright waits in real time, within its own calls; of a page whose clock stands still, what it waits for would never come. Time
 * passes first, then Playwright is asked. Its class of locators is not exported, so it is reached by one of them.
 */
function driveLocators(locator) {
    if (locatorsAreDriven) {
        return;
    }
    locatorsAreDriven = true;
    const methods = Object.getPrototypeOf(locator);
    const first = (name, holds) => {
        const original = methods[name];
        methods[name] = async function drivenFirst(...given) {
            const page = this.page();
            if (driven.has(page)) {
                await until(page, () => holds(this, ...given));
            }
            return original.apply(this, given);
        };
    };
    first('waitFor', (one, { state = 'visible' } = {}) => STATES[state](one));
    for (const name of ['click', 'dblclick', 'focus', 'press', 'fill', 'check', 'selectOption']) {
        first(name, usable);
    }
    for (const name of ['textContent', 'inputValue', 'getAttribute', 'evaluate', 'setInputFiles']) {
        first(name, STATES.attached);
    }
}
