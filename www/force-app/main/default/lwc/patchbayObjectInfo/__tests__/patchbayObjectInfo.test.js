import { createElement } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import PatchbayObjectInfo from 'c/patchbayObjectInfo';

function ask(objectApiName) {
    const element = Object.assign(createElement('c-patchbay-object-info', { is: PatchbayObjectInfo }), {
        objectApiName
    });
    const told = [];
    element.addEventListener('known', ({ detail }) => told.push(detail));
    document.body.append(element);
    return told;
}

describe('c-patchbay-object-info', () => {
    afterEach(() => document.body.replaceChildren());

    it.each([
        ['https://example.com/img/icon/t4v35/standard/account_120.png', 'standard:account'],
        ['/img/icon/t4v35/custom/custom17_120.png', 'custom:custom17'],
        ['/img/icon/t4v35/standard/work_order_item_120.png', 'standard:work_order_item'],
        ['/img/icon/standard/case.svg', 'standard:case'],
        ['https://example.com/mine.png', 'standard:custom'],
        [null, 'standard:custom']
    ])('tells label and icon where the theme’s picture is %s', async (iconUrl, icon) => {
        const told = ask('Account');
        await Promise.resolve();
        expect(getObjectInfo.getLastConfig()).toEqual({ objectApiName: 'Account' });
        getObjectInfo.emit({ apiName: 'Account', label: 'Client', themeInfo: iconUrl && { iconUrl } });
        expect(told).toEqual([{ objectApiName: 'Account', label: 'Client', icon }]);
    });

    it('tells nothing of an object that may not be seen', () => {
        const told = ask('Account');
        getObjectInfo.error();
        expect(told).toEqual([]);
    });
});
