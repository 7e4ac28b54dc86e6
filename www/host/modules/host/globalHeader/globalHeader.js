/** The Lightning global header: mark, record search, the state of the sandbox, the agent. */
import { LightningElement } from 'lwc';
import { AGENT } from '../../../genesys/directory.js';

export default class GlobalHeader extends LightningElement {
    agent = AGENT;
}
