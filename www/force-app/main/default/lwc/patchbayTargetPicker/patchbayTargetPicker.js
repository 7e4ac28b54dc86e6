/**
 * A search field for transfer targets: the combobox of the ARIA Authoring Practices. Enter on an option asks for a blind transfer,
 * Ctrl and Enter for a consultation; a click chooses.
 */
import { LightningElement, api } from 'lwc';
import { findAtSource } from 'c/patchbaySession';
import { counted, fill } from 'c/patchbayShared';
import labels from './labels';
import { iconOf, toOption } from './target';

/** Milliseconds without a keystroke after which the organisation's own source is asked. */
const SOURCE_DELAY = 250;

/** From one option to another, by key; -1 is before the first. */
const STEPS = {
    ArrowDown: (at, last) => (at < last ? at + 1 : 0),
    ArrowUp: (at, last) => (at > 0 ? at - 1 : last)
};

const NOTHING = Object.freeze({ targets: Object.freeze([]), total: 0, problems: Object.freeze([]) });

export default class PatchbayTargetPicker extends LightningElement {
    labels = labels;
    @api label;
    /** What is wrong, at the field. */
    @api problem = '';
    /** Finds targets: (text, found) => {targets, total, problems}. */
    @api find = () => NOTHING;

    target = null;
    typed = '';
    isOpen = false;
    answer = NOTHING;
    /** What the organisation's own source found for what is typed. */
    found = [];
    failure = '';
    searching = false;
    active = -1;
    announcement = '';
    reveal = null;
    timer = null;

    /** The chosen target, or null. Another one closes the list; none empties the field. */
    @api
    get chosen() {
        return this.target;
    }
    set chosen(target) {
        if (target !== this.target) {
            this.target = target;
            this.typed = target?.label ?? '';
            this.close();
        }
    }

    @api
    focus() {
        this.refs.input?.focus();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    renderedCallback() {
        if (this.reveal) {
            this.template.querySelector(this.reveal)?.scrollIntoView({ block: 'nearest' });
            this.reveal = null;
        }
    }

    open() {
        this.isOpen = true;
        this.search();
        this.reveal = '.dropdown';
    }

    close() {
        this.isOpen = false;
        this.active = -1;
        this.found = [];
        this.failure = '';
        this.searching = false;
        this.announcement = '';
        clearTimeout(this.timer);
    }

    search() {
        const active = this.answer.targets[this.active];
        this.answer = this.find(this.target ? '' : this.typed, this.found);
        // What the source finds comes later, and must not put another option under the key that is about to be pressed.
        const is = ({ kind, value }) => kind === active?.kind && value === active?.value;
        this.active = active ? this.answer.targets.findIndex(is) : -1;
        this.announcement = this.remark || counted(this.answer.total, labels.oneTarget, labels.manyTargets);
    }

    async askSource() {
        const text = this.typed;
        this.searching = true;
        const isCurrent = () => this.isOpen && this.typed === text;
        const [found, failure] = await findAtSource(text).then(
            (targets) => [targets, ''],
            (error) => [[], error?.body?.message ?? error?.message ?? labels.noReason]
        );
        if (isCurrent()) {
            this.found = found;
            this.failure = failure;
            this.searching = false;
            this.search();
        }
    }

    choose(target) {
        this.target = target;
        this.typed = target.label;
        this.close();
        this.announcement = fill(labels.isChosen, target.label);
        this.dispatchEvent(new CustomEvent('choose', { detail: { target } }));
    }

    get expanded() {
        return String(this.isOpen);
    }

    get text() {
        return this.typed;
    }

    get invalid() {
        return String(Boolean(this.problem));
    }

    get fieldStyle() {
        return `slds-form-element ${this.problem ? 'slds-has-error' : ''}`;
    }

    get comboboxStyle() {
        return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click ${this.isOpen ? 'slds-is-open' : ''}`;
    }

    get icon() {
        return this.target ? iconOf(this.target) : 'utility:search';
    }

    get activeId() {
        return this.active < 0 ? null : `option-${this.active}`;
    }

    get options() {
        const { active, answer, isOpen, target } = this;
        const toOne = (one, at) =>
            toOption(one, {
                id: `option-${at}`,
                active: at === active,
                selected: one.kind === target?.kind && one.value === target?.value
            });
        return isOpen ? answer.targets.map(toOne) : [];
    }

    /** Below the options: why there are no more, or none. */
    get remark() {
        const { answer, failure, isOpen, searching, typed } = this;
        if (!isOpen) {
            return '';
        }
        if (failure) {
            return fill(labels.sourceFailed, failure);
        }
        if (answer.problems.length) {
            return labels.targetsUnusable;
        }
        if (answer.targets.length < answer.total) {
            return fill(labels.moreTargets, answer.targets.length, answer.total);
        }
        if (searching) {
            return labels.searching;
        }
        if (answer.total) {
            return '';
        }
        return typed ? fill(labels.noTarget, typed) : labels.typeName;
    }

    handleClick() {
        if (!this.isOpen) {
            this.open();
            this.refs.input.select();
        }
    }

    handleInput({ target: { value } }) {
        if (this.target) {
            this.target = null;
            this.dispatchEvent(new CustomEvent('choose', { detail: { target: null } }));
        }
        this.typed = value;
        this.active = -1;
        this.open();
        clearTimeout(this.timer);
        if (value.trim()) {
            // The timer is cleared when the list closes: code-analyzer-suppress(eslint:@lwc/lwc-platform/no-inline-disable)
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- it waits until the agent stops typing
            this.timer = setTimeout(() => this.askSource(), SOURCE_DELAY);
        }
    }

    handleKey(event) {
        const { isComposing, shiftKey } = event;
        // Keys belong to the input method while it composes a character, and to the text while they select in it.
        if (isComposing || shiftKey) {
            return;
        }
        if (this.steer(event)) {
            event.preventDefault();
            // Escape closes this list, and not the panel that it is in.
            event.stopPropagation();
        }
    }

    /** Whether the key means something here. */
    steer({ ctrlKey, key, metaKey, repeat }) {
        if (STEPS[key]) {
            if (!this.isOpen) {
                this.open();
            }
            this.step(STEPS[key]);
            return true;
        }
        if (key === 'Enter') {
            // A key that is held down makes one option active, and transfers nobody.
            if (!repeat) {
                this.enter(ctrlKey || metaKey ? 'consultTransfer' : 'blindTransfer');
            }
            return true;
        }
        const closes = key === 'Escape' && this.isOpen;
        if (closes) {
            this.close();
        }
        return closes;
    }

    step(next) {
        const last = this.answer.targets.length - 1;
        this.active = last < 0 ? -1 : next(this.active, last);
        this.reveal = this.activeId && `[data-id="${this.activeId}"]`;
    }

    /** Sends nobody anywhere by a key alone: an option has to be active, or chosen. The first Enter makes one active. */
    enter(action) {
        const target = this.isOpen ? this.answer.targets[this.active] : this.target;
        if (target) {
            this.choose(target);
            this.dispatchEvent(new CustomEvent('transfer', { detail: { action, target } }));
        } else {
            if (!this.isOpen) {
                this.open();
            }
            this.step(() => 0);
        }
    }

    handleLeave() {
        this.close();
    }

    /** A click on the list leaves the focus in the field. */
    handlePress(event) {
        event.preventDefault();
    }

    handleChoice({ currentTarget }) {
        const at = Number(currentTarget.dataset.id.slice('option-'.length));
        this.choose(this.answer.targets[at]);
    }
}
