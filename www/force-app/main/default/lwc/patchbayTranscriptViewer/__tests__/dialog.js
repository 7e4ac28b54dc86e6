/** What jsdom has not got of dialogs. */
export function addDialogs() {
    HTMLDialogElement.prototype.showModal ??= function showModal() {
        this.open = true;
    };
    HTMLDialogElement.prototype.close ??= function close() {
        this.open = false;
        this.dispatchEvent(new CustomEvent('close'));
    };
}
