/* What is asked of `sf` when package versions are made, in a Dev Hub that has some of the packages. */
import { expect } from 'chai';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, install, links, promote } from '../../scripts/packageVersions.js';
import { PACKAGES } from '../../scripts/packages.js';
import { path } from '../../scripts/paths.js';

const NAMES = PACKAGES.map(({ name }) => name);

/** Plays `sf`: writes down what it is asked, and the project as it stands then. */
function player(answers, file) {
    const asked = [];
    const sf = async (...args) => {
        const command = args.slice(0, args.findIndex((arg) => arg.startsWith('-')) >>> 0).join(' ');
        asked.push({ command, args, project: file && JSON.parse(await readFile(file, 'utf8')) });
        const answer = answers[command]?.(args);
        if (answer instanceof Error) {
            throw answer;
        }
        return answer;
    };
    return { sf, asked };
}

const valueOf = (args, option) => args[args.indexOf(option) + 1];

const HUB = {
    'package list': () => [
        { Name: 'patchbay', Id: '0Ho1' },
        { Name: 'theirs', Id: '0Ho9' }
    ],
    'package create': (args) => ({ Id: `0Ho-${valueOf(args, '--name')}` }),
    'package version create': (args) => ({ SubscriberPackageVersionId: `04t-${valueOf(args, '--package')}` })
};

describe('package versions', () => {
    let folder;
    let file;
    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'patchbay-versions-'));
        file = join(folder, 'sfdx-project.json');
        await cp(path('sfdx-project.json'), file);
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    it('are made of every package, and packages that the Dev Hub does not have are made first', async () => {
        const before = await readFile(file, 'utf8');
        const { sf, asked } = player(HUB, file);
        const versions = await create(sf, file);
        expect(versions).to.deep.equal(Object.fromEntries(NAMES.map((name) => [name, `04t-${name}`])));
        const made = asked.filter(({ command }) => command === 'package create');
        expect(made.map(({ args }) => valueOf(args, '--name'))).to.deep.equal(NAMES.slice(1));
        for (const { args } of made) {
            expect(args).to.include.members(['--org-dependent', '--no-namespace', 'Unlocked']);
        }
        const [version] = asked.filter(({ command }) => command === 'package version create');
        expect(version.project.packageAliases).to.include({
            patchbay: '0Ho1',
            'patchbay-german': '0Ho-patchbay-german'
        });
        expect(await readFile(file, 'utf8')).to.equal(before);
    });

    it('leave the project as it is when one cannot be made', async () => {
        const before = await readFile(file, 'utf8');
        const { sf } = player({ ...HUB, 'package version create': () => new Error('no coverage') }, file);
        expect(await create(sf, file).catch(({ message }) => message)).to.equal('no coverage');
        expect(await readFile(file, 'utf8')).to.equal(before);
    });

    it('are installed and promoted in the order of the packages', async () => {
        const versions = Object.fromEntries(NAMES.map((name) => [name, `04t-${name}`]));
        const { sf, asked } = player({});
        await install(versions, 'scratch', sf);
        await promote(versions, sf);
        const ids = asked.map(({ args }) => valueOf(args, '--package'));
        expect(ids).to.deep.equal([...Object.values(versions), ...Object.values(versions)]);
        expect(asked[0].args).to.include.members(['--target-org', 'scratch', 'AdminsOnly']);
        expect(links(versions)).to.match(/- patchbay: https:\/\/login\.salesforce\.com\/.*p0=04t-patchbay\n/);
    });
});
