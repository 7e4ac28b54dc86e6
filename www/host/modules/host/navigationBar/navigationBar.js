/** The console's navigation bar: app name, workspace tabs, and a note about the language. */
import { LightningElement } from 'lwc';
import { LANGUAGE, REMARK } from 'host/language';
import { workspace } from 'host/workspace';

export default class NavigationBar extends LightningElement {
    tabs = [];
    lang = LANGUAGE;
    remark = REMARK;
    #stop;
    #closed = false;

    connectedCallback() {
        this.#stop = workspace.watch(() => this.refresh());
        this.refresh();
    }

    disconnectedCallback() {
        this.#stop();
    }

    // The button that closed a tab disappears with it, so the focus moves to the new active tab.
    renderedCallback() {
        if (!this.#closed) return;
        this.#closed = false;
        this.template.querySelector('[aria-current="page"]').focus();
    }

    refresh() {
        this.tabs = workspace.tabs.map(({ id, label, icon, objectApiName }) => {
            const front = id === workspace.frontId;
            const isRecord = objectApiName !== undefined;
            return {
                id,
                label,
                icon,
                closable: isRecord,
                closeText: `Close ${label}`,
                current: front ? 'page' : 'false',
                className: [
                    'tab slds-context-bar__item slds-context-bar__item_tab',
                    isRecord ? '' : 'slds-is-pinned',
                    front ? 'slds-is-active' : ''
                ].join(' ')
            };
        });
    }

    handleActivate({ currentTarget }) {
        workspace.activate(currentTarget.dataset.workspaceTab);
    }

    handleClose({ currentTarget }) {
        this.#closed = true;
        workspace.close(currentTarget.dataset.close);
    }
}
