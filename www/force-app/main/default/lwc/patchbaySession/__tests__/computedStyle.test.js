/** The accessibility checks of these tests find what they are for, also beside elements of the same kind that they have seen. */
import { setup } from '@sa11y/jest';

describe('accessibility checks', () => {
    beforeAll(setup);

    afterEach(() => document.body.replaceChildren());

    async function isAccessible(html) {
        document.body.append(...new DOMParser().parseFromString(html, 'text/html').body.children);
        return expect(document.body)
            .toBeAccessible()
            .then(
                () => true,
                () => false
            );
    }

    it.each([
        ['a field with a label', '<label>Name <input></label>', true],
        ['a field without a label', '<p><input></p>', false],
        ['one that is hidden', '<p><input hidden></p>', true],
        ['one that a style of its own hides', '<p><input style="display: none"></p>', true],
        ['one in a paragraph that is hidden', '<p hidden><input></p>', true],
        ['one in a closed detail', '<details><summary>More</summary><p><input></p></details>', true],
        ['one in an open detail', '<details open><summary>More</summary><p><input></p></details>', false],
        ['a button without a name', '<button></button>', false]
    ])('judge %s', async (_, html, accessible) => {
        expect(await isAccessible(html)).toBe(accessible);
    });
});
