import { createElement } from 'lwc';
import PatchbayTranscriptViewer from 'c/patchbayTranscriptViewer';
import { addDialogs } from './dialog';
import { rendered } from '../../patchbaySession/__tests__/harness';

const TEXT = 'Ada: Hello\nAgent: Hello'.padEnd(131_073, '.');

let element;
let closed;
let passedOn;

const part = (selector) => element.shadowRoot.querySelector(selector);

function press(key) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
    part('[role="region"]').dispatchEvent(event);
}

describe('c-patchbay-transcript-viewer', () => {
    beforeEach(() => {
        addDialogs();
        closed = jest.fn();
        passedOn = jest.fn();
        element = Object.assign(createElement('c-patchbay-transcript-viewer', { is: PatchbayTranscriptViewer }), {
            subject: 'Chat 4/9/2026, 4:19:30 AM',
            text: TEXT
        });
        element.addEventListener('close', closed);
        element.addEventListener('keydown', passedOn);
        document.body.append(element);
    });

    it('shows the whole text, where the keyboard can scroll it', async () => {
        expect(part('dialog').open).toBe(true);
        expect(part('[role="region"]').textContent).toBe(TEXT);
        expect(element.shadowRoot.activeElement).toBe(part('[role="region"]'));
        expect(part('header p').textContent).toBe('Chat 4/9/2026, 4:19:30 AM – 131,073 characters');
        await expect(element).toBeAccessible();
    });

    it('is closed by Escape, and what it lies over is not', () => {
        press('Escape');
        expect(part('dialog').open).toBe(false);
        expect(closed).toHaveBeenCalledTimes(1);
        expect(passedOn).not.toHaveBeenCalled();
    });

    it('is closed by its button', () => {
        part('lightning-button-icon').click();
        expect(closed).toHaveBeenCalledTimes(1);
    });

    it('stays open for other keys, and when its text grows', async () => {
        press('ArrowDown');
        element.text = `${TEXT}\nAda: Bye`;
        await rendered();
        expect(part('dialog').open).toBe(true);
        expect(closed).not.toHaveBeenCalled();
    });
});
