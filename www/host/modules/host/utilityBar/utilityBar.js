/**
 * The utility bar and its docked panels. As many are open side by side as fit. A minimised panel is only hidden, because utility
 * items are always active.
 */
import { LightningElement } from 'lwc';
import { simulator } from 'host/softphone';
import { highlighted, watch } from 'host/utilities';

const PANEL_NEEDS_PX = 344;

const QUERY = new URLSearchParams(window.location.search);

// The recipe in the address, if there is one: ?recipe=patchbayCaseTransfer
const RECIPE = QUERY.has('recipe') ? [{ name: 'recipe', label: 'Recipe', icon: 'utility:knowledge_base' }] : [];

// What an administrator puts on an app page of its own: ?health
const HEALTH = QUERY.has('health') ? [{ name: 'health', label: 'Health', icon: 'utility:check' }] : [];

// Which utilities are in the bar, of all there are: ?utilities=console,log
const WANTED = QUERY.get('utilities')?.split(',');

const ALL = [
    ...RECIPE,
    ...HEALTH,
    { name: 'genesys', label: 'Genesys Cloud', icon: 'utility:call' },
    { name: 'console', label: 'Patchbay', icon: 'utility:desktop_console' },
    { name: 'interaction', label: 'Interaction', icon: 'utility:touch_action' },
    { name: 'log', label: 'Interaction log', icon: 'utility:log_a_call' },
    { name: 'story', label: 'Timeline', icon: 'utility:date_time' },
    { name: 'engagement', label: 'Engagement', icon: 'utility:identity' },
    { name: 'status', label: 'Status', icon: 'utility:user' },
    { name: 'inspector', label: 'Message inspector', icon: 'utility:inspector_panel' },
    { name: 'records', label: 'Record store', icon: 'utility:database' },
    { name: 'integrations', label: 'Integrations', icon: 'utility:settings' },
    { name: 'setup', label: 'Setup', icon: 'utility:setup' }
];

const ITEMS = WANTED ? ALL.filter(({ name }) => WANTED.includes(name)) : ALL;

// The softphone, and beside it the first of these that is in the bar.
const BESIDE = ['recipe', 'health', 'console', 'interaction'];
const FIRST_OPEN = ['genesys', BESIDE.find((name) => ITEMS.some((item) => item.name === name))];

export default class UtilityBar extends LightningElement {
    /** Least recently opened first. */
    openNames = FIRST_OPEN.filter((open) => ITEMS.some(({ name }) => name === open));
    alerting = false;
    wide = false;
    /** A utility that does not start automatically is loaded when it is first opened. */
    started = this.openNames.includes('console');
    highlighted = [];
    #stops;

    connectedCallback() {
        this.#stops = [
            simulator.watch(() => {
                this.alerting = simulator.conversations.some(({ live, ended }) => !live && !ended);
            }),
            watch(({ open }) => {
                this.highlighted = [...highlighted];
                if (open && !this.openNames.includes(open)) this.toggle(open);
            })
        ];
    }

    disconnectedCallback() {
        this.#stops.forEach((stop) => stop());
    }

    get items() {
        return ITEMS.map(({ name, label, icon }) => {
            const open = this.openNames.includes(name);
            const alert = !open && ((name === 'genesys' && this.alerting) || this.highlighted.includes(name));
            return {
                name,
                label,
                icon,
                open: String(open),
                className: `item slds-utility-bar__item ${alert ? 'slds-has-notification' : ''}`,
                buttonClass: `slds-button slds-utility-bar__action ${open ? 'slds-is-active' : ''}`
            };
        });
    }

    get panels() {
        return Object.fromEntries(
            ITEMS.map((item) => {
                const open = this.openNames.includes(item.name);
                return [item.name, { ...item, open, className: this.classOf(item.name, open) }];
            })
        );
    }

    classOf(name, open) {
        const wide = this.wide && name === 'console';
        return `panel panel_${name} ${wide ? 'panel_wide' : ''} ${open ? '' : 'slds-hide'}`;
    }

    handleWiden({ detail: { wide } }) {
        this.wide = wide;
    }

    handleToggle({ currentTarget }) {
        this.toggle(currentTarget.dataset.item);
    }

    toggle(item) {
        this.started ||= item === 'console';
        const others = this.openNames.filter((name) => name !== item);
        if (others.length < this.openNames.length) this.openNames = others;
        else this.openNames = [...others, item].slice(-Math.max(1, Math.floor(window.innerWidth / PANEL_NEEDS_PX)));
    }

    handleMinimise({ detail }) {
        this.openNames = this.openNames.filter((name) => name !== detail.name);
        this.template.querySelector(`[data-item="${detail.name}"]`).focus();
    }
}
