/* An agent's session as a component has it, for a test to steer step by step: `window.agent`. */

/** @param saveRecord the page's way to the org; @param sessions how many of them hear the same */
export default async function openAgent(module, { saveRecord, user, sessions = 1 }) {
    const { load } = await import(module);
    const patchbay = await load();
    const agent = { sessions: [] };
    const flying = new Set();
    const save = (request) => {
        const answer = saveRecord(JSON.stringify(request));
        flying.add(answer);
        const landed = () => flying.delete(answer);
        answer.then(landed, landed);
        return answer;
    };
    for (let number = 0; number < sessions; number += 1) {
        agent.sessions.push(patchbay.session({ user, save, locale: 'en-US', timeZone: 'UTC' }));
    }
    agent.answered = async () => {
        while (flying.size > 0) {
            await Promise.allSettled(flying);
        }
    };
    agent.hear = (message) => agent.sessions.forEach((session) => session.receive(message));
    agent.close = () => Promise.all(agent.sessions.map((session) => session.close()));
    agent.standing = () =>
        agent.sessions.map(({ interactions, logs, problems, pending }) => ({
            phases: Object.fromEntries(interactions.map(({ id, phase }) => [id, phase])),
            lists: Object.fromEntries(logs.map(({ id, relatedTo }) => [id, relatedTo.map(({ name }) => name)])),
            saves: Object.fromEntries(logs.map(({ id, saveState }) => [id, saveState])),
            pending: pending.length,
            problems: problems.map(({ code }) => code)
        }));
    /** Names of what is kept and not saved, of all tabs. */
    agent.unsaved = () => Object.keys(localStorage).filter((name) => /\.unsaved\.[^.]+\../.test(name));
    window.agent = agent;
}
