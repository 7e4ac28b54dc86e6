/**
 * The whole transcript of a chat, over everything else until it is closed; then it tells so with `close`. A dialog of the
 * browser itself: no panel that it is in can cut it off.
 */
import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayShared';
import labels from './labels';

export default class PatchbayTranscriptViewer extends LightningElement {
    labels = labels;
    @api subject;
    @api text;

    renderedCallback() {
        const { dialog, text } = this.refs;
        if (!dialog.open) {
            dialog.showModal();
            // Where the arrow keys scroll.
            text.focus();
        }
    }

    get about() {
        return fill(labels.transcriptOf, this.subject, this.text.length);
    }

    handleKey(event) {
        if (event.key === 'Escape') {
            // Escape closes this dialog, and not the panel that it is in.
            event.preventDefault();
            event.stopPropagation();
            this.handleClose();
        }
    }

    handleClose() {
        this.refs.dialog.close();
    }

    handleClosed() {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
