/** The forms of the integration settings, in the order of configuration. Patchbay validates them; a listener stores them. */
import { LightningElement, api } from 'lwc';
import { NO_SESSION, subscribe } from 'c/patchbaySession';
import { announcement, fill, timeOfDay, toView } from 'c/patchbayShared';
import { copyOf, newDraft, toDraft, toForm, toSetting } from './drafts';
import { formOf, titleOf } from './forms';
import { toGuide } from './guide';
import labels from './labels';

// By severity, as a sentence says it.
const SEVERITIES = { error: labels.errorSays, warning: labels.warningSays };

export default class PatchbayIntegrationSettings extends LightningElement {
    labels = labels;
    state = NO_SESSION;
    unsubscribe = null;
    problems = [];
    confirmation = '';
    /** Fields that were written and left, by draft and name. */
    touched = new Set();
    stored = [];
    drafts = [];
    /** What Patchbay says of all together, and of each that counts alone: there its group need not tell it from the others. */
    report = null;
    alone = [];
    /** Once the person tried to save, all fields speak; before, only those that were written and left. */
    attempted = false;
    saving = false;
    failure = null;
    /** Settings to explain, when nobody stores them. */
    guide = null;
    news = [];
    afterRender = null;

    /**
     * What is stored: settings as the event `save` gave them, without secrets; `clientSecretGiven` says that one is stored.
     * `save` is cancelable: a listener that stores `detail.settings` prevents its default, and sets this again when they are stored. A
     * setting whose secret did not change comes without it: the one that is stored under the same `id` stays.
     */
    @api
    get settings() {
        return this.stored;
    }
    set settings(list) {
        this.stored = copyOf(list);
        this.reset();
        if (this.saving) {
            this.saving = false;
            this.confirmation = fill(labels.savedAt, timeOfDay());
            // It stands below the button.
            this.afterRender = () => this.template.querySelector('c-patchbay-panel').scrollIntoView({ block: 'end' });
        }
    }

    /** Why what was saved last could not be stored, in a sentence. Its secrets have to be typed again. */
    @api
    get storeError() {
        return this.failure;
    }
    set storeError(message) {
        this.failure = message;
        if (message) {
            this.saving = false;
            this.settle();
            this.problems = [{ message }];
        }
    }

    connectedCallback() {
        this.unsubscribe = subscribe((state) => {
            const isNew = state.patchbay !== this.patchbay;
            this.state = state;
            if (isNew) {
                this.judge();
            }
        });
    }

    disconnectedCallback() {
        this.unsubscribe();
    }

    renderedCallback() {
        const work = this.afterRender;
        this.afterRender = null;
        work?.();
    }

    get patchbay() {
        return this.state.patchbay;
    }

    get agent() {
        return this.state.session?.agent;
    }

    get view() {
        return toView(this.state, this);
    }

    get isEmpty() {
        return this.drafts.length === 0;
    }

    get isUnsaveable() {
        return this.isEmpty && this.stored.length === 0;
    }

    /** As far as they are judged: of a list that is none, only that is said. */
    get rows() {
        return this.alone.map((report, at) => {
            const draft = this.drafts[at];
            const problems = this.problemsAt(at).filter(({ field }) => this.speaks(draft, field));
            return { draft, at, report, problems, form: formOf(draft.kind), heading: titleOf(draft, at) };
        });
    }

    /** What is said of the list, and of none of its settings. */
    get listProblems() {
        return this.report?.problems.filter(({ path }) => !this.drafts[path.split('/')[1]]) ?? [];
    }

    problemsAt(at) {
        return (this.report?.problems ?? [])
            .map(({ path, severity, message }) => ({ place: path.split('/'), severity, message }))
            .filter(({ place }) => place[1] === String(at))
            .map(({ place, severity, message }) => ({ field: place[2] ?? '', severity, message }));
    }

    speaks({ id, kind }, name) {
        const hasField = formOf(kind).fields.some((field) => field.name === name);
        return this.attempted || !hasField || this.touched.has(`${id}/${name}`);
    }

    /** Asks Patchbay; a secret is taken out of its input for as long as that takes. */
    judge() {
        if (this.patchbay) {
            const forms = this.drafts.map((draft) => toForm(draft, this.formElement(draft.id)?.secret));
            this.report = this.patchbay.settings(forms);
            const countsAlone = (form) => (formOf(form.kind).counts ? this.patchbay.settings([form]) : null);
            this.alone = this.report.settings.map((read, at) => countsAlone(forms[at]));
        }
    }

    /** Back to what is stored. */
    reset() {
        this.drafts = this.stored.map(toDraft);
        this.attempted = false;
        this.touched.clear();
        this.settle();
    }

    /** After every change: what was said about the state before is said no more. */
    settle() {
        this.problems = [];
        this.confirmation = '';
        this.guide = null;
        this.judge();
    }

    formElement(id) {
        const forms = [...this.template.querySelectorAll('c-patchbay-integration-form')];
        return forms.find(({ dataset }) => dataset.id === id);
    }

    change(id, change) {
        this.drafts = this.drafts.map((draft) => (draft.id === id ? change(draft) : draft));
        this.settle();
    }

    announce(text) {
        if (text) {
            this.news = announcement(text);
        }
    }

    handleAdd({ currentTarget }) {
        const draft = newDraft(this.patchbay, currentTarget.name);
        this.drafts = [...this.drafts, draft];
        this.settle();
        this.afterRender = () => this.formElement(draft.id).focusHeading();
    }

    handleWrite({ detail: { id, name, value } }) {
        // A secret comes without a value: it stays where it was typed.
        const written = value === undefined ? {} : { [name]: value };
        this.change(id, (draft) => ({ ...draft, values: { ...draft.values, ...written } }));
    }

    handleLeave({ detail: { id, name } }) {
        this.touched = new Set([...this.touched, `${id}/${name}`]);
        const at = this.drafts.findIndex((draft) => draft.id === id);
        const problems = this.problemsAt(at).filter(({ field }) => field === name);
        this.announce(problems.map(({ severity, message }) => fill(SEVERITIES[severity], message)).join(' '));
    }

    handleReplace({ detail: { id, name, replacing } }) {
        this.touched.delete(`${id}/${name}`);
        this.change(id, (draft) => ({ ...draft, replacing }));
    }

    handleMove({ detail: { id, direction } }) {
        const at = this.drafts.findIndex((draft) => draft.id === id);
        const drafts = [...this.drafts];
        const [moved] = drafts.splice(at, 1);
        const to = direction === 'up' ? at - 1 : at + 1;
        drafts.splice(to, 0, moved);
        this.drafts = drafts;
        this.settle();
        this.announce(fill(labels.moved, titleOf(moved, to)));
        this.afterRender = () => this.formElement(id).focusMove(direction);
    }

    handleRemove({ detail: { id } }) {
        const at = this.drafts.findIndex((draft) => draft.id === id);
        this.drafts = this.drafts.filter((draft) => draft.id !== id);
        this.settle();
        this.announce(labels.removed);
        const neighbour = this.drafts[at] ?? this.drafts.at(-1);
        this.afterRender = () => {
            if (neighbour) {
                this.formElement(neighbour.id).focusHeading();
            } else {
                this.template.querySelector('[data-do="historical"]').focus();
            }
        };
    }

    handleDiscard() {
        this.drafts.forEach(({ id }) => this.formElement(id)?.forgetSecret());
        this.reset();
        this.announce(labels.discarded);
    }

    handleSave() {
        if (this.saving) {
            return;
        }
        this.settle();
        if (!this.report.valid) {
            this.attempted = true;
            this.problems = [{ message: labels.mendFirst }];
            this.afterRender = () => this.rows.find(({ draft: { id } }) => this.formElement(id).focusError());
            return;
        }
        this.attempted = false;
        this.touched.clear();
        if (!this.handOver()) {
            this.guide = toGuide(this.report.settings.map((read, at) => toSetting(read, this.drafts[at])));
            this.judge();
            this.afterRender = () => {
                const { guide } = this.refs;
                guide.scrollIntoView({ block: 'start' });
                guide.focus({ preventScroll: true });
            };
        }
    }

    /** Whether somebody stores them. Secrets leave here, once, and are gone from the page with that. */
    handOver() {
        const settings = this.report.settings.map((read, at) =>
            toSetting(read, this.drafts[at], this.formElement(this.drafts[at].id).secret)
        );
        this.drafts.forEach(({ id }) => this.formElement(id).forgetSecret());
        this.saving = true;
        this.confirmation = labels.saving;
        const event = new CustomEvent('save', { cancelable: true, detail: { settings } });
        this.dispatchEvent(event);
        if (!event.defaultPrevented) {
            this.saving = false;
            this.confirmation = '';
        }
        return event.defaultPrevented;
    }
}
