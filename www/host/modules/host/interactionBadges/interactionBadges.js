/** The state of an interaction at a glance. */
import { LightningElement, api } from 'lwc';

export default class InteractionBadges extends LightningElement {
    /** [{ key, label, className }] */
    @api badges = [];
}
