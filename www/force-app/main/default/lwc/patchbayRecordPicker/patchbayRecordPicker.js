/**
 * A pick list of records that is searched by typing: the combobox of the ARIA Authoring Practices, with a list of its own.
 * It asks for the whole list only while it is open.
 */
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { counted, fill } from 'c/patchbayShared';
import labels from './labels';
import { objectOf, toObject } from './objects';
import { reasonOf } from './reasons';
import { Search } from './search';

/** The option that takes the choice back; no record has this ID. */
const NONE = 'none';

/** From one option to another, by key; -1 is before the first. */
const STEPS = {
    ArrowDown: (at, last) => (at < last ? at + 1 : 0),
    ArrowUp: (at, last) => (at > 0 ? at - 1 : last),
    Home: () => 0,
    End: (at, last) => last
};

export default class PatchbayRecordPicker extends LightningElement {
    @api label;
    /** The chosen {id, objectApiName, name}, or null. */
    @api chosen = null;
    /** The {id, objectApiName, name} that Enter confirms while the list is closed, or null. */
    @api proposed = null;
    /** How many records there are to choose from. */
    @api count = 0;
    /** What else has to be known about the choice. */
    @api note = '';

    source = () => [];
    /** There is one while the list is open. */
    search = null;
    /** What was typed since the list opened; null as long as nothing was. */
    typed = null;
    activeId = null;
    announcement = '';
    /** Selectors of what has to be scrolled to. */
    reveal = [];
    /** What the organisation says of objects, by API name. */
    known = {};
    /** The objects of whatever was shown, to be asked about; undefined asks for nothing. */
    objectApiNames;
    /** The text in the field has to be selected, so that typing replaces it. */
    selecting = false;

    /** Gives the whole list when it is called. Another function is another list. */
    @api
    get entries() {
        return this.source;
    }
    set entries(source) {
        this.source = source;
        this.close();
    }

    /** Records join the list, or have another name now; what is typed and which option is active stay as they are. */
    @api
    join(records) {
        if (this.search) {
            this.show(this.search.with(records));
        }
    }

    @wire(getObjectInfos, { objectApiNames: '$objectApiNames' })
    takeObjectInfos({ data }) {
        const infos = (data?.results ?? []).filter(({ statusCode }) => statusCode === 200).map(({ result }) => result);
        this.known = { ...this.known, ...Object.fromEntries(infos.map((info) => [info.apiName, toObject(info)])) };
    }

    renderedCallback() {
        this.askAbout([this.chosen, this.proposed, ...(this.search?.shown ?? [])].filter(Boolean));
        for (const selector of this.reveal.splice(0)) {
            this.template.querySelector(selector)?.scrollIntoView({ block: 'nearest' });
        }
        if (this.selecting) {
            this.selecting = false;
            this.refs.input.select();
        }
    }

    open() {
        this.show(new Search(this.source(), (entry) => this.aboutOf(entry)));
        this.reveal.push('.dropdown');
    }

    close() {
        this.search = null;
        this.typed = null;
        this.activeId = null;
        this.announcement = '';
        this.selecting = Boolean(this.template.activeElement);
    }

    show(search) {
        this.search = search;
        this.announcement = this.nothing || this.more || `${countOf(search.total)}.`;
    }

    /** An option that was active may be gone by now: then the list only closes. */
    choose(id) {
        const option = this.options.find((other) => other.id === id);
        this.close();
        if (option) {
            this.announcement = id === NONE ? labels.noneChosen : fill(labels.isChosen, option.name);
            this.tell(id === NONE ? null : id);
        }
    }

    tell(recordId) {
        this.dispatchEvent(new CustomEvent('choose', { detail: { recordId } }));
    }

    /** Whether there was something to confirm. */
    confirm() {
        const { proposed } = this;
        if (proposed) {
            this.announcement = fill(labels.isChosen, proposed.name);
            this.tell(proposed.id);
        }
        return Boolean(proposed);
    }

    objectOf({ objectApiName }) {
        return this.known[objectApiName] ?? objectOf(objectApiName);
    }

    /** The second line: what it is, and what tells it from its namesakes. */
    aboutOf(entry) {
        const { label } = this.objectOf(entry);
        return entry.detail ? `${label} · ${entry.detail}` : label;
    }

    askAbout(entries) {
        const asked = this.objectApiNames ?? [];
        const names = entries.map(({ objectApiName }) => objectApiName).filter((name) => !asked.includes(name));
        if (names.length) {
            this.objectApiNames = [...new Set([...asked, ...names])];
        }
    }

    get isOpen() {
        return this.search !== null;
    }

    get expanded() {
        return String(this.isOpen);
    }

    get text() {
        return this.typed ?? this.chosen?.name ?? '';
    }

    get icon() {
        return this.chosen && this.typed === null ? this.objectOf(this.chosen).icon : 'utility:search';
    }

    get placeholder() {
        return this.count ? labels.chooseRecord : labels.noRecord;
    }

    get comboboxStyle() {
        return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click ${this.isOpen ? 'slds-is-open' : ''}`;
    }

    /** Nothing chosen needs no option that takes the choice back, nor does a search for something else. */
    get options() {
        const records = (this.search?.shown ?? []).map((entry) => {
            const { id, name } = entry;
            const { icon } = this.objectOf(entry);
            const selected = id === this.chosen?.id;
            return this.option({ id, icon, name, about: this.aboutOf(entry), reason: reasonOf(entry), selected });
        });
        const none = { id: NONE, icon: 'utility:clear', name: labels.none, about: '', selected: false };
        return this.isOpen && this.chosen && !this.typed ? [this.option(none), ...records] : records;
    }

    option({ selected, ...facts }) {
        const active = facts.id === this.activeId ? 'option_active slds-has-focus' : '';
        return {
            ...facts,
            selected: String(selected),
            style: `slds-media slds-media_center slds-listbox__option slds-listbox__option_entity option ${active}`
        };
    }

    get more() {
        const { shown, more, total } = this.search ?? {};
        return more ? fill(labels.moreRecords, shown.length, total) : '';
    }

    get nothing() {
        if (!this.isOpen || this.search.total) {
            return '';
        }
        return this.typed ? fill(labels.noMatch, this.typed) : labels.noRecords;
    }

    /** What the agent has to know of the list while it is closed. */
    get hint() {
        const { chosen, count } = this;
        if (!count) {
            return labels.noRecordsHint;
        }
        if (!chosen) {
            return counted(count, labels.chooseIt, labels.chooseOne);
        }
        const about = this.aboutOf(chosen);
        return count === 1 ? about : fill(labels.oneOf, about, count);
    }

    /** What Enter does while the list is closed. */
    get confirmation() {
        const { proposed, chosen } = this;
        if (!proposed || this.isOpen) {
            return '';
        }
        const about = [this.aboutOf(proposed), reasonOf(proposed)].filter(Boolean).join(' · ');
        return proposed.id === chosen?.id ? labels.enterConfirms : fill(labels.enterTakes, proposed.name, about);
    }

    get hasToChoose() {
        return this.count > 0 && !this.chosen;
    }

    get hintStyle() {
        return this.hasToChoose ? 'hint hint_urgent' : 'hint';
    }

    handleFocus() {
        this.refs.input.select();
    }

    handleClick() {
        if (!this.isOpen) {
            this.open();
            this.refs.input.select();
        }
    }

    handleInput({ data, isComposing, target }) {
        // A click may have put the cursor into the name of the chosen record: what is typed replaces it all the same.
        const replaces = this.chosen && this.typed === null && data && !isComposing;
        const value = replaces ? data : target.value;
        if (!this.isOpen) {
            this.open();
        }
        this.typed = value;
        const search = this.search.narrowedTo(value);
        this.activeId = (value && search.shown[0]?.id) || null;
        this.show(search);
    }

    handleKey(event) {
        const { key, shiftKey, isComposing } = event;
        // Keys belong to the input method while it composes a character, and to the text while they select in it.
        if (isComposing || shiftKey) {
            return;
        }
        if (this.isOpen ? this.steer(key) : this.openBy(key)) {
            event.preventDefault();
            // Escape closes this list, and not the panel that it is in.
            event.stopPropagation();
        }
    }

    /** Whether the key means something to the closed list. */
    openBy(key) {
        if (key === 'Enter') {
            return this.confirm();
        }
        if (key !== 'ArrowDown' && key !== 'ArrowUp') {
            return false;
        }
        this.open();
        this.activeId = this.search.shown.find(({ id }) => id === this.chosen?.id)?.id ?? null;
        return this.activeId ? true : this.steer(key);
    }

    /** Whether the key means something to the open list. */
    steer(key) {
        const step = STEPS[key];
        if (step) {
            const ids = this.options.map(({ id }) => id);
            this.activeId = ids[step(ids.indexOf(this.activeId), ids.length - 1)] ?? null;
            this.reveal.push(`[data-id="${this.activeId}"]`);
        } else if (key === 'Enter') {
            this.choose(this.activeId);
        } else if (key === 'Escape') {
            this.close();
        } else {
            return false;
        }
        return true;
    }

    handleLeave() {
        this.close();
    }

    /** A click on the list leaves the focus in the field. */
    handlePress(event) {
        event.preventDefault();
    }

    handleChoice({ currentTarget }) {
        this.choose(currentTarget.dataset.id);
    }
}

function countOf(count) {
    return counted(count, labels.oneRecord, labels.manyRecords);
}
