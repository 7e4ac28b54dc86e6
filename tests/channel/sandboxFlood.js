/* Runs inside the sandbox: every flood, message by message, each between `begin` and `end`, which are the page's. */
import { load } from 'c/patchbay';
import { FLOODS, ownCall, standing } from './floods';

/** Windows in which crossings are looked at: early, as soon as all is held that ever is, and at the end. */
const LOOK = 100;
const EARLY = 350;

/** @param messages how many, by the name of the flood; @param turn gives the page its turn */
export default async function sandboxFlood(begin, end, turn, messages) {
    const patchbay = await load();
    const calls = {};
    for (const [name, count] of Object.entries(messages)) {
        const session = patchbay.session({ user: name });
        ownCall(session);
        const before = JSON.stringify(standing(session));
        for (let number = 1; number <= count; number += 1) {
            const message = FLOODS[name](number, patchbay);
            const look = number > count - LOOK ? 'late' : number > EARLY - LOOK && number <= EARLY ? 'early' : null;
            // What crosses in between is forgotten with the next.
            begin();
            session.receive(message);
            if (look) {
                end(`${name}: ${look}`);
            }
            if (number % 100 === 0) {
                await turn();
            }
        }
        calls[name] = [before, JSON.stringify(standing(session))];
        await session.close();
    }
    return JSON.stringify(calls);
}
