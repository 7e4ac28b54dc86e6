/** Tests whether Lightning Web Security is between the page and namespace c, and shows the result. */
import { LightningElement } from 'lwc';

const MARK = 'patchbaySandboxMark';
const PAGE_GLOBALS = ['patchbayPageMark', 'patchbayHost'];

export default class LwsBadge extends LightningElement {
    checks = [];
    open = false;

    renderedCallback() {
        if (this.checks.length > 0) return;
        const { ownMark, visible } = this.template.querySelector('c-sandbox-probe').inspect(MARK, PAGE_GLOBALS);
        const check = (label, ok) => ({
            label,
            ok,
            icon: ok ? 'utility:success' : 'utility:error',
            variant: ok ? 'success' : 'error'
        });
        this.checks = [
            check('Components have globals of their own', ownMark === 'left by the component'),
            check('The page does not see them', !(MARK in window)),
            check(
                'Components do not see the page’s globals',
                PAGE_GLOBALS.every((name) => name in window) && visible.length === 0
            )
        ];
        window.patchbayHost.sandbox = { on: this.on, checks: this.checks.map(({ label, ok }) => ({ label, ok })) };
    }

    get on() {
        return this.checks.length > 0 && this.checks.every(({ ok }) => ok);
    }

    get state() {
        return this.on ? 'on' : 'off';
    }

    get badgeClass() {
        return `badge badge_${this.state}`;
    }

    get icon() {
        return this.on ? 'utility:shield' : 'utility:warning';
    }

    handleToggle() {
        this.open = !this.open;
    }

    handleKeydown({ key }) {
        if (key === 'Escape') this.handleClose();
    }

    handleClose() {
        this.open = false;
    }
}
