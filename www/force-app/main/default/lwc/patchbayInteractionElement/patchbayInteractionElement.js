/** A component that acts on one interaction: the one it is given, or else the one that is selected in the session. */
import { api } from 'lwc';
import PatchbaySessionElement from 'c/patchbaySessionElement';
import labels from './labels';

export default class PatchbayInteractionElement extends PatchbaySessionElement {
    givenId;
    shownId = null;
    focused = null;

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
        this.settle();
    }

    follow(state) {
        super.follow(state);
        this.settle();
    }

    get wantedId() {
        return this.givenId || this.session?.selected || null;
    }

    settle() {
        const id = this.wantedId;
        if (id !== this.shownId) {
            this.shownId = id;
            this.forget();
        }
    }

    /** What was said and typed belongs to one interaction. */
    forget() {
        this.clearFeedback();
    }

    /** What the session knows of the interaction; nothing when it has not heard of it. */
    get interaction() {
        return this.shownId ? this.session?.interaction(this.shownId) : null;
    }

    get empty() {
        return this.shownId ? null : labels.noneSelected;
    }

    /** How a button stands: whether its action is possible now, and if not, what Rust says to a try. */
    stand(action, build) {
        if (!this.session || !this.shownId || this.session.can(this.shownId).includes(action)) {
            return { disabled: false, reason: '' };
        }
        const refusal = this.objections(build).find(({ path }) => path === '/data/action');
        return { disabled: true, reason: refusal?.message ?? '' };
    }
}
