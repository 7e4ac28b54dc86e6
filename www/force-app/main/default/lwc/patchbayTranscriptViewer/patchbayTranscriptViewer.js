/** The whole transcript of a chat, in a modal of the platform: `PatchbayTranscriptViewer.open({ label, subject, text })`. */
import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { fill } from 'c/patchbayShared';
import labels from './labels';

export default class PatchbayTranscriptViewer extends LightningModal {
    labels = labels;
    @api subject;
    @api text;

    get about() {
        return fill(labels.transcriptOf, this.subject, this.text.length);
    }
}
