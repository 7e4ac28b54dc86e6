import preset from 'patchbay/jest-preset';
import { load } from 'patchbay';
import { load as loadMessages } from 'patchbay/messages';
import { PatchbayLoadError, load as loadSlim } from 'patchbay/slim';
import type { Message, SaveRequest } from 'patchbay';
import { run } from 'patchbay/conformance';
import type { Implementation } from 'patchbay/conformance';
import { fixtures, openTesting } from 'patchbay/testing';
import type { Fixture, Testing } from 'patchbay/testing';

export async function transfers(): Promise<Message> {
    const patchbay = await load();
    return patchbay.blindTransfer('1', { flow: 'Auditor Secure Flow' });
}

export async function isTested(own: Fixture): Promise<number> {
    const testing: Testing = await openTesting({
        now: '2026-01-05T09:00:00Z',
        save: (request: SaveRequest) => request.eventName
    });
    for (const recording of [own, ...Object.values(fixtures)]) {
        await testing.play(recording);
    }
    await testing.play({ events: fixtures.inboundCall.events.slice(0, 3) }, (message) => testing.receive(message));
    await testing.passTime(1000);
    await testing.close();
    return testing.saves.length + testing.now + (await openTesting()).session.interactions.length;
}

const idle: Implementation = {
    open({ save }) {
        return { receive() {}, phases: () => ({}), settle: () => void save({ callLog: { Subject: 'Call' } }) };
    }
};

export async function isJudged(): Promise<readonly string[]> {
    const { checks } = await run(idle, { only: ({ area }) => area === 'Saves' });
    return checks.filter(({ passed }) => !passed).map(({ stream, what }) => `${stream}: ${what}`);
}
export async function brings(wasm: ArrayBuffer): Promise<Message> {
    try {
        const patchbay = await loadSlim({ wasm: Promise.resolve(wasm) });
        return patchbay.blindTransfer('1', { flow: 'Auditor Secure Flow' });
    } catch (error) {
        const reason: string = error instanceof PatchbayLoadError ? error.reason : '';
        return (await loadMessages()).updateStatus(reason);
    }
}

export const mapped: readonly string[] = Object.keys(preset.moduleNameMapper);
