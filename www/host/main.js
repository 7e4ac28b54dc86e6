// Loads synthetic shadow before the engine, then the console. Shows errors of either.
import '@lwc/synthetic-shadow';

// Lets a probe check that sandboxed components do not see the page's globals. Must be set before the sandbox starts.
window.patchbayPageMark = 'left by the page';

import('host/start').catch(showFailure);

function showFailure(error) {
    console.error(error);
    const csp = /unsafe-eval|Content Security Policy|code generation/i.test(error.message);
    const box = document.querySelector('#starting');
    box.setAttribute('role', 'alert');
    box.dataset.bootError = csp ? 'csp' : 'other';
    box.replaceChildren(
        paragraph('The console could not start', 'title'),
        paragraph(error.message),
        paragraph(
            csp
                ? 'Lightning Web Security evaluates code, and the content security policy of this page forbids that. Open the page without ?csp=, or with ?csp=lightning.'
                : 'Build again and reload; the browser console has the details.'
        )
    );
}

function paragraph(text, className = '') {
    const element = document.createElement('p');
    element.className = className;
    element.textContent = text;
    return element;
}
