/**
 * For a component that acts on one interaction: the one it is given, or else the one that the session shows. It subscribes to the
 * session, tells it while the agent types, sends what the session builds, and says at the fields and in c-patchbay-panel what
 * Patchbay refuses.
 */
import { api } from 'lwc';
import { NO_SESSION, send, subscribe, tryBuild, typing } from 'c/patchbaySession';
import { SentLabels, toView } from 'c/patchbayShared';
import labels from './labels';

/** Distinguishes the components of a page. */
let created = 0;

/** What the agent types or chooses in, by the end of its tag's name. */
const FIELD = /(input|textarea|combobox|picker)$/i;

/** Milliseconds within which a second click is that of a double click. */
const DOUBLE_CLICK = 500;

export default function PatchbayInteractionMixin(Base) {
    return class extends Base {
        /** Without a card and a heading, where a tab says the same already. */
        @api bare = false;
        /** Whether c-patchbay-console offers what waits to be shown. */
        @api inConsole = false;
        /** Set it where what is shown is saved: the session then saves, and the last log stays when nothing is selected. */
        keepsLog = false;
        // One object for each change: the session itself stays the same, and would not make a template render again.
        state = NO_SESSION;
        givenId;
        shownId = null;
        log = null;
        problems = [];
        confirmation = '';
        sentLabels = new SentLabels();
        // A field speaks up only after its first keystroke, or once everything was sent.
        touched = new Set();
        focused = null;
        /** What had the focus last, unless it went to something else. */
        lastFocus = null;
        /** What was typed and not sent, by interaction; it comes back with the interaction. */
        drafts = new Map();
        /** The draft that was sent last, as JSON. */
        sentDraft = null;
        /** When something was sent last, in milliseconds. */
        sentAt = -Infinity;
        fieldName = `fields-${++created}`;
        /** What the session knows of the agent's typing here. */
        toldTyping = 'null';
        unsubscribe = null;

        constructor() {
            super();
            this.template.addEventListener('focusin', ({ target }) => {
                this.focused = target;
                this.lastFocus = target;
                this.tellTyping();
            });
            this.template.addEventListener('focusout', ({ target, relatedTarget }) => {
                this.lastFocus = relatedTarget ? null : target;
                // The window may have lost the focus, and the field still has it.
                if (this.template.activeElement !== target) {
                    // Some browsers take the focus from a button as soon as it is switched off: that one still hands it on.
                    this.focused = target.disabled ? target : null;
                    this.tellTyping();
                }
            });
            this.template.addEventListener('gone', () => this.handOn(null));
            this.forgetFocus = (event) => {
                const { activeElement, host } = this.template;
                if (!activeElement && !event.composedPath().includes(host)) {
                    this.lastFocus = null;
                }
            };
        }

        connectedCallback() {
            document.addEventListener('focusin', this.forgetFocus);
            this.unsubscribe = subscribe((state) => this.onState(state), { keepsLog: this.keepsLog });
        }

        disconnectedCallback() {
            document.removeEventListener('focusin', this.forgetFocus);
            this.focused = null;
            this.tell(null);
            this.unsubscribe();
        }

        /**
         * What goes or is switched off while it has the focus hands it on, or a keyboard would begin anew at the top of the page: to the
         * next button that is on, or to the frame until there is one.
         */
        renderedCallback() {
            if (this.focused && !this.focused.isConnected) {
                this.focused = null;
                this.tellTyping();
            }
            const { lastFocus } = this;
            if (lastFocus && (lastFocus.disabled || !lastFocus.isConnected)) {
                this.focused = null;
                this.lastFocus = null;
                const next = [...this.template.querySelectorAll('[data-action]')].find(({ disabled }) => !disabled);
                this.handOn(lastFocus, next);
            }
        }

        /** Gives the focus to `next`, or else to the frame, unless something other than `from` has it by now. */
        handOn(from, next = this.template.querySelector('c-patchbay-panel')) {
            const { activeElement } = document;
            if (!activeElement || activeElement === document.body || (from && from === this.template.activeElement)) {
                next?.focus();
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

        /** All that c-patchbay-panel shows around a component's own content, what came of what was sent among it. */
        get view() {
            const { bare, problems, sentLabels, session, shownId } = this;
            const confirmation = sentLabels.confirmation(session) ?? this.confirmation;
            return toView(this.state, {
                problems,
                confirmation,
                unconfirmed: sentLabels.unconfirmed(session, shownId),
                bare
            });
        }

        get wantedId() {
            const { givenId, keepsLog, session, shownId } = this;
            if (!keepsLog) {
                // Of an interaction that is gone there may be a log, and nothing to act on.
                return givenId || session?.interaction(session.shown)?.id || null;
            }
            return this.firstLogged(givenId ? [givenId] : [session?.shown, shownId, session?.logs.at(-1)?.id]);
        }

        firstLogged(ids) {
            return ids.find((id) => id && this.session?.log(id)) ?? null;
        }

        onState(state) {
            if (state.session !== this.session) {
                // Another session knows nothing of the typing yet.
                this.toldTyping = 'null';
            }
            this.state = state;
            this.update();
        }

        /** After every change of the session, and of the ID that is given. */
        update() {
            const id = this.wantedId;
            if (id !== this.shownId) {
                const { draft, shownId } = this;
                this.drafts.set(shownId, draft);
                this.shownId = id;
                this.reset();
                Object.assign(this, this.drafts.get(id));
                this.dropDrafts();
            }
            this.log = (id && this.session?.log(id)) ?? null;
            this.tellTyping();
        }

        /** Overridden where text waits to be sent: the properties that hold it, or null while there is none. */
        get draft() {
            return null;
        }

        /** Drafts of interactions that are gone; without a session nobody knows which are. */
        dropDrafts() {
            const { session } = this;
            for (const [id, draft] of this.drafts) {
                if (!draft || (session && !session.interaction(id))) {
                    this.drafts.delete(id);
                }
            }
        }

        /** Tells the session whether the agent types here: which interaction is shown meanwhile is its rule. */
        tellTyping() {
            const { draft, focused } = this;
            const isUnsent = draft && JSON.stringify(draft) !== this.sentDraft;
            this.tell(focused && FIELD.test(focused.tagName) ? 'focus' : (isUnsent && 'unsent') || null);
        }

        tell(state) {
            const { fieldName, givenId, shownId } = this;
            const told = givenId || !shownId || !state ? null : [shownId, state];
            if (JSON.stringify(told) !== this.toldTyping) {
                this.toldTyping = JSON.stringify(told);
                typing(fieldName, shownId ?? '', told && state);
            }
        }

        /** Whether to offer here the interaction that waits to be shown. */
        get offersWaiting() {
            return !this.givenId && !this.inConsole;
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

        /** Sends what `build(session, patchbay)` returns, and says whether it did; what Patchbay refuses is shown, and nothing leaves. */
        send(label, build) {
            const { message, problems, sent } = send(build);
            if (problems.length) {
                this.refuseSending(problems);
                return false;
            }
            this.clearFeedback();
            this.sentAt = Date.now();
            this.sentLabels.add(sent, label);
            this.sentDraft = JSON.stringify(this.draft);
            this.tellTyping();
            this.dispatchEvent(new CustomEvent('sent', { detail: { message } }));
            return true;
        }

        /** Sends what each of `builds` returns, in order; none of it where one is refused. */
        sendAll(label, builds) {
            const refused = builds.map((build) => tryBuild(build).problems).find(({ length }) => length);
            if (refused) {
                this.refuseSending(refused);
            } else {
                builds.every((build) => this.send(label, build));
            }
        }

        refuseSending(problems) {
            const isSecondClick =
                problems.some(({ code }) => code === 'just-sent') && Date.now() - this.sentAt < DOUBLE_CLICK;
            // What the first click of a double click has done is said already.
            if (!isSecondClick) {
                this.clearFeedback();
                this.refuse(problems);
            }
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
            this.sentLabels.forgetLast();
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
