/** Patchbay's components as a console would have them: a list of what is live, and controls for the one that is marked in it. */
import { LightningElement } from 'lwc';

export default class InteractionPanel extends LightningElement {}
