/** A component that shows the log of an interaction. When nothing is selected any more it goes on showing the last one. */
import PatchbayInteractionElement from 'c/patchbayInteractionElement';

export default class PatchbayLogElement extends PatchbayInteractionElement {
    log = null;
    // The same sentence twice is news twice: each is an element of its own in its live region.
    news = [];
    told = 0;

    settle() {
        super.settle();
        this.log = (this.shownId && this.session?.log(this.shownId)) ?? null;
    }

    /** Once nothing is selected any more, the log that is shown stays; without one it is the youngest. */
    get wantedId() {
        const { givenId, session, shownId } = this;
        return this.firstLogged(givenId ? [givenId] : [session?.selected, shownId, session?.logs.at(-1)?.id]);
    }

    firstLogged(ids) {
        return ids.find((id) => id && this.session?.log(id)) ?? null;
    }

    announce(text) {
        if (text) {
            this.news = [{ key: ++this.told, text }];
        }
    }
}
