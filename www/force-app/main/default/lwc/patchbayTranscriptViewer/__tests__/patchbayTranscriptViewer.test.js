import PatchbayTranscriptViewer from 'c/patchbayTranscriptViewer';
import { rendered } from '../../patchbaySession/__tests__/harness';

const TEXT = 'Ada: Hello\nAgent: Hello'.padEnd(131_073, '.');

describe('c-patchbay-transcript-viewer', () => {
    it('shows the whole text, where the keyboard can scroll it, until it is closed', async () => {
        const closed = jest.fn();
        PatchbayTranscriptViewer.open({
            label: 'Whole transcript',
            subject: 'Chat 4/9/2026, 4:19:30 AM',
            text: TEXT
        }).then(closed);
        await rendered();
        const modal = document.body.querySelector('lightning-modal');
        const part = (selector) => modal.shadowRoot.querySelector(selector);
        expect(part('[role="region"]').textContent).toBe(TEXT);
        expect(part('[role="region"]').tabIndex).toBe(0);
        // The stub shows nothing of what stands below the label: that is seen in the browser.
        expect(part('lightning-modal-header').label).toBe('Transcript');
        await expect(modal).toBeAccessible();
        expect(closed).not.toHaveBeenCalled();
        modal.close();
        await rendered();
        expect(closed).toHaveBeenCalledTimes(1);
        expect(document.body.querySelector('lightning-modal')).toBeNull();
    });
});
