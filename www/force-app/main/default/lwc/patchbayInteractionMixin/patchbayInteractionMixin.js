/**
 * For a component that acts on one interaction: the one it is given, or else the selected one. It subscribes to the session,
 * sends what the session builds, and says at the fields and in c-patchbay-panel what Patchbay refuses.
 */
import { api } from 'lwc';
import { NO_SESSION, send, subscribe, tryBuild } from 'c/patchbaySession';
import { sentAt, toView } from 'c/patchbayShared';
import labels from './labels';

export default function PatchbayInteractionMixin(Base) {
    return class extends Base {
        /** Set it where what is shown is saved: the session then saves, and the last log stays when nothing is selected. */
        keepsLog = false;
        // One object for each change: the session itself stays the same, and would not make a template render again.
        state = NO_SESSION;
        givenId;
        shownId = null;
        log = null;
        problems = [];
        confirmation = '';
        // A field speaks up only after its first keystroke, or once everything was sent.
        touched = new Set();
        focused = null;
        unsubscribe = null;

        constructor() {
            super();
            this.template.addEventListener('focusin', ({ target }) => {
                this.focused = target;
            });
            this.template.addEventListener('focusout', ({ target }) => {
                // Some browsers take the focus from a button as soon as it is switched off: that one still hands it on.
                this.focused = target.disabled ? target : null;
            });
        }

        connectedCallback() {
            this.unsubscribe = subscribe((state) => this.onState(state), { keepsLog: this.keepsLog });
        }

        disconnectedCallback() {
            this.unsubscribe();
        }

        /** A button that is switched off while it has the focus hands it on, or a keyboard would begin anew at the top of the page. */
        renderedCallback() {
            if (this.focused?.disabled) {
                const next = [...this.template.querySelectorAll('[data-action]')].find(({ disabled }) => !disabled);
                // Where all are switched off for a moment, the first that is on again has it.
                if (next) {
                    this.focused = null;
                    next.focus();
                }
            }
        }

        /** Left out, the component follows what the agent or the client selects. */
        @api
        get interactionId() {
            return this.givenId;
        }
        set interactionId(id) {
            this.givenId = id;
            this.update();
        }

        get session() {
            return this.state.session;
        }

        /** What the session knows of the interaction; nothing when it has not heard of it. */
        get interaction() {
            return this.shownId ? this.session?.interaction(this.shownId) : null;
        }

        get empty() {
            return this.shownId ? null : labels.noneSelected;
        }

        /** All that c-patchbay-panel shows around a component's own content. */
        get view() {
            return toView(this.state, this);
        }

        get wantedId() {
            const { givenId, keepsLog, session, shownId } = this;
            if (!keepsLog) {
                return givenId || session?.selected || null;
            }
            return this.firstLogged(givenId ? [givenId] : [session?.selected, shownId, session?.logs.at(-1)?.id]);
        }

        firstLogged(ids) {
            return ids.find((id) => id && this.session?.log(id)) ?? null;
        }

        onState(state) {
            this.state = state;
            this.update();
        }

        /** After every change of the session, and of the ID that is given. */
        update() {
            const id = this.wantedId;
            if (id !== this.shownId) {
                this.shownId = id;
                this.reset();
            }
            this.log = (id && this.session?.log(id)) ?? null;
        }

        /** What was said and typed belongs to one interaction. */
        reset() {
            this.clearFeedback();
        }

        /** How a button stands: whether its action is possible now, and if not, what Rust says to a try. */
        buttonState(action, build) {
            if (!this.session || !this.shownId || this.session.can(this.shownId).includes(action)) {
                return { disabled: false, reason: '' };
            }
            const refusal = tryBuild(build).problems.find(({ path }) => path === '/data/action');
            return { disabled: true, reason: refusal?.message ?? '' };
        }

        /** Sends what `build(session, patchbay)` returns; what Patchbay refuses is shown, and nothing leaves. */
        send(label, build) {
            this.clearFeedback();
            const { message, problems } = send(build);
            if (problems.length) {
                this.refuse(problems);
                return;
            }
            this.confirmation = sentAt(label);
            this.dispatchEvent(new CustomEvent('sent', { detail: { message } }));
        }

        /** Asks Rust about what is typed so far: what `build` returns, or null and the reasons at the fields already touched. */
        check(field, build) {
            this.touched.add(field.dataset.field);
            const { result, problems } = tryBuild(build);
            this.showAtFields(problems.filter(({ path }) => this.touched.has(lastSegment(path))));
            return result;
        }

        refuse(problems) {
            const { fields } = this;
            fields.forEach((field) => this.touched.add(field.dataset.field));
            this.problems = this.showAtFields(problems);
            fields.find((field) => belongsTo(field, problems))?.focus();
        }

        /** Takes back everything said so far, at the fields too. */
        clearFeedback() {
            this.problems = [];
            this.confirmation = '';
            this.touched.clear();
            this.showAtFields([]);
        }

        /** Elements that carry the name of a message's property in data-field. */
        get fields() {
            return [...this.template.querySelectorAll('[data-field]')];
        }

        /** Shows each problem at the field its path ends in; returns those that have no field. */
        showAtFields(problems) {
            const { fields } = this;
            for (const field of fields) {
                const own = problems.filter((problem) => belongsTo(field, [problem]));
                field.setCustomValidity(own.map(({ message }) => message).join(' '));
                field.reportValidity();
            }
            return problems.filter((problem) => !fields.some((field) => belongsTo(field, [problem])));
        }
    };
}

function lastSegment(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

function belongsTo(field, problems) {
    return problems.some(({ path }) => lastSegment(path) === field.dataset.field);
}
