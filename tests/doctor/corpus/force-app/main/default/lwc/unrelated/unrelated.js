import { LightningElement } from 'lwc';

/** Nothing of Genesys: an ID like that is nobody's business here. */
export default class Unrelated extends LightningElement {
    id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    message = { type: 'updateState', data: { action: 'unhold' } };
}
