/* Tests of Apex run in orgs that nobody here has seen: none depends on what an org has of its own; and each check, shown a fault. */
import { expect } from 'chai';
import { access } from 'node:fs/promises';
import { all, parse, readClasses } from './apex.js';
import { messages, ownRecords, profiles, records, setup, userNames } from './portable.js';
import { PACKAGE_FOLDERS } from './schema.js';

const units = await readClasses();

const EACH = [
    [
        'names users as no other user is named',
        userNames,
        [
            ['PatchbayTestData', "'patchbay.' + UUID.randomUUID() + '@example.com'", "'agent@patchbay.example.com'"],
            ['PatchbayTestData', 'UUID.randomUUID() +', 'UserInfo.getOrganizationId() +'],
            ['PatchbayTestData', 'UUID.randomUUID() +', 'samples +']
        ]
    ],
    [
        'depends on no profile of the org',
        profiles,
        [
            ['PatchbayTestData', 'PermissionsEditTask = FALSE', "Name = 'Standard User'"],
            ['PatchbayTestData', "LicenseDefinitionKey = 'SFDC'", "LicenseDefinitionKey = 'PID_CHATTER'"],
            ['PatchbayTestData', 'PermissionsEditTask = FALSE', "Name = 'Chatter Free User'"],
            ['PatchbayTestData', 'ProfileId = leastProfile()', 'ProfileId = UserInfo.getProfileId()']
        ]
    ],
    [
        'says what was expected',
        messages,
        [
            ['PatchbayTaskWriterTest', ", 'One field is reported.'", ''],
            ['PatchbayTaskWriterTest', "'One field is reported.'", "''"],
            [
                'PatchbayTaskWriterTest',
                "Assert.isNull(stored.WhoId, 'The lookup is not.')",
                'Assert.isNull(stored.WhoId)'
            ],
            ['PatchbayTaskWriterTest', "Assert.fail('A Task that is gone was updated.')", 'Assert.fail()'],
            ['PatchbayRecordMatchTest', ", 'Nobody stands for it.'", ''],
            ['PatchbayRecordMatchTest', ", 'A business is no person.'", '']
        ]
    ],
    [
        'stores what the org requires of a record',
        records,
        [
            ['PatchbayTaskWriterTest', 'PatchbayTestData.store(new List<SObject>{ known });', 'insert as user known;'],
            ['PatchbayTaskWriterTest', 'PatchbayTestData.store(new List<SObject>{ known });', 'upsert as user known;'],
            [
                'PatchbayRecordMatchTest',
                'PatchbayTestData.store(people);',
                'Database.insert(people, true, AccessLevel.USER_MODE);'
            ]
        ]
    ],
    [
        'looks at its own records alone',
        ownRecords,
        [
            ['PatchbayTaskWriterTest', 'FROM Task WHERE Id = :saved', 'FROM Task'],
            [
                'PatchbayInteractionLogTest',
                'COUNT() FROM Task WHERE CallObject = :PatchbayTestData.INTERACTION',
                'COUNT() FROM Task'
            ]
        ]
    ],
    [
        'asks the class of test data for users and record types',
        setup,
        [['PatchbayTaskWriterTest', 'SELECT Subject FROM Task', 'SELECT Name FROM Profile']]
    ]
];

function faulty(name, right, wrong) {
    const { source } = units.find((unit) => unit.name === name);
    expect(source, `${name} has ${right}`).to.include(right);
    return parse(
        source.replace(right, () => wrong),
        name
    );
}

describe('every Apex test', () => {
    for (const [what, check, faults] of EACH) {
        it(what, () => expect(units.flatMap(check)).to.deep.equal([]));

        for (const [name, right, wrong] of faults) {
            it(`${what}: a fault is seen, “${wrong || 'nothing'}” in ${name}`, () => {
                const unit = faulty(name, right, wrong);
                expect(unit.errors).to.deep.equal([]);
                expect(check(unit)).to.not.deep.equal([]);
            });
        }
    }

    it('gives its agents the permission set that is shipped', async () => {
        const data = units.find(({ name }) => name === 'PatchbayTestData');
        const names = all(data.tree, 'Literal')
            .map((node) => /^'(Patchbay_[A-Z]\w*[a-z])'$/.exec(node.getText())?.[1])
            .filter(Boolean);
        expect(names).to.deep.equal(['Patchbay_Agent']);
        const files = PACKAGE_FOLDERS.map(
            (folder) => `${folder}/main/default/permissionsets/${names[0]}.permissionset-meta.xml`
        );
        expect(await Promise.any(files.map((file) => access(file)))).to.equal(undefined);
    });
});
