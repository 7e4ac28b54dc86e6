/** Patchbay's components in a console: a list of live interactions, and controls for the selected one. */
import { LightningElement } from 'lwc';

export default class InteractionPanel extends LightningElement {}
