/** The real Patchbay, in an environment without WebAssembly. */
import { alertText } from '../../patchbaySession/__tests__/harness';
import { STORED, forms, open } from './settings';

const { WebAssembly } = globalThis;

beforeAll(() => {
    globalThis.WebAssembly = undefined;
});

afterAll(() => {
    globalThis.WebAssembly = WebAssembly;
});

it('the integration settings say why Patchbay could not start, and offer nothing', async () => {
    const element = await open({ settings: STORED });
    expect(alertText(element)).toMatch(/^Patchbay could not start.*Update it, or use a current/);
    expect(forms(element)).toEqual([]);
    await expect(element).toBeAccessible();
});
