import { LightningElement } from 'lwc';
import client from 'c/clientLibrary';

export default class LibraryUser extends LightningElement {
    handleSurvey() {
        client.transfer('Customer Survey & Feedback'); // fault: not-encoded
    }

    handleAudit() {
        client.transfer(`sip:${encodeURIComponent('Auditor Secure Flow')}`);
    }

    handleDesk() {
        client.consult('+1 317 555 0123');
    }
}
