/* How values are followed: for each way to write a message, what of it is found. Written from JavaScript, not from the doctor. */
import { expect } from 'chai';
import { LWC, projects, publishing, transferTo } from './support/project.js';

const STATE = "'PureCloud.Interaction.updateState'";
const message = (data) => `{ type: ${STATE}, data: ${data} }`;
const WRONG = "{ action: 'unhold', id: '1' }";
const RIGHT = "{ action: 'hold', id: '1' }";

describe('what the doctor follows', () => {
    const { codesOf } = projects();

    for (const [what, text, expected] of [
        [
            'a class field that is a function',
            publishing('this.made("unhold")', '', `made = (action) => (${message('{ action, id: "1" }')});`),
            ['unknown-value']
        ],
        [
            'parameters that are taken apart',
            publishing(
                'made({ action: "unhold" })',
                `const made = ({ action, id = '1' }) => (${message('{ action, id }')});`
            ),
            ['unknown-value']
        ],
        [
            'defaults of parameters',
            publishing('made()', `const made = (action = 'unhold') => (${message("{ action, id: '1' }")});`),
            ['unknown-value']
        ],
        ['a getter', publishing('this.message', '', `get message() { return ${message(WRONG)}; }`), ['unknown-value']],
        [
            'constants of the class',
            publishing(`{ type: Sender.TYPE, data: ${WRONG} }`, '', `static TYPE = ${STATE};`),
            ['unknown-value']
        ],
        [
            'a class in the same file',
            publishing(
                'this.made()',
                `class Base extends LightningElement { made() { return ${message(WRONG)}; } }`
            ).replace('extends LightningElement {\n    @api', 'extends Base {\n    @api'),
            ['unknown-value']
        ],
        ['a spread that is followed by what overrides it', publishing(message(`{ ...${WRONG}, action: 'hold' }`)), []],
        ['a spread that overrides', publishing(message(`{ action: 'hold', ...${WRONG} }`)), ['unknown-value']],
        [
            'a property that is set by itself',
            publishing(
                'made()',
                `function made() { const m = ${message(RIGHT)}; m.data = { ...m.data, action: 'unhold' }; return m; }`
            ),
            ['unknown-value']
        ],
        [
            'a property that is set after it was published',
            publishing('m')
                .replace('publish(this', `const m = ${message(RIGHT)}; later(); publish(this`)
                .replace('m);', "m); m.data.action = 'unhold';"),
            []
        ],
        [
            'what a test chooses, together',
            publishing(
                "made(given === 'x')",
                `const made = (is) => (${message("{ action: is ? 'hold' : 'blindTransfer', id: '1', ...(is ? {} : { participantContext: { transferTarget: '5', transferTargetType: 'address' } }) }")});`
            ),
            []
        ],
        [
            'what a test chooses, apart',
            publishing(
                "made(given === 'x')",
                `const made = (is) => (${message("{ action: is ? 'hold' : 'blindTransfer', id: '1', ...(is ? { participantContext: { transferTarget: '5', transferTargetType: 'address' } } : {}) }")});`
            ),
            ['required', 'not-allowed']
        ],
        [
            'early returns',
            publishing(
                'made(given)',
                `function made(is) { if (is) { return ${message(RIGHT)}; } return ${message(WRONG)}; }`
            ),
            ['unknown-value']
        ],
        [
            'a name of another scope',
            publishing(
                message('{ action, id: "1" }'),
                "const action = 'hold'; { const action = 'unhold'; use(action); }"
            ),
            []
        ],
        [
            'a parameter that hides a constant',
            publishing(
                'made(given)',
                `const action = 'unhold'; const made = (action) => (${message('{ action, id: "1" }')});`
            ),
            []
        ],
        [
            'names of a table',
            publishing(
                message("{ action: ACTIONS[given], id: '1' }"),
                "const ACTIONS = { hold: 'hold', resume: 'unhold' };"
            ),
            ['unknown-value']
        ],
        [
            'a table by a known name',
            publishing(
                message("{ action: ACTIONS['hold'], id: '1' }"),
                "const ACTIONS = { hold: 'hold', resume: 'unhold' };"
            ),
            []
        ],
        [
            'a caller',
            publishing('given').replace(
                '}\n}',
                "}\n    hold() { this.send({ type: 'PureCloud.User.updateStatus', data: {} }); }\n}"
            ),
            ['required']
        ],
        [
            'two callers, each alone',
            publishing(message("{ action: given, id: '1' }")).replace(
                '}\n}',
                "}\n    a() { this.send('hold'); }\n    b() { this.send('unhold'); }\n}"
            ),
            ['unknown-value']
        ],
        [
            'callers of callers',
            publishing(message("{ action: given, id: '1' }")).replace(
                '}\n}',
                "}\n    a(x) { this.send(x); }\n    b() { this.a('unhold'); }\n}"
            ),
            ['unknown-value']
        ],
        [
            'the service under one name',
            publishing(message(WRONG))
                .replace('import { MessageContext, publish, subscribe } from', 'import * as lms from')
                .replaceAll('publish(', 'lms.publish(')
                .replace('MessageContext)', 'lms.MessageContext)'),
            ['unknown-value']
        ],
        [
            'the channel in a variable',
            publishing(message(WRONG))
                .replace('CLIENT_EVENT, {', 'channel, {')
                .replace('export', 'const channel = CLIENT_EVENT;\nexport'),
            ['unknown-value']
        ],
        [
            'another channel',
            publishing("{ type: 'unhold', data: {} }")
                .replace('messageChannel/purecloud__ClientEvent__c', 'messageChannel/Other__c')
                .replace('export', '// purecloud\nexport'),
            []
        ],
        [
            'what somebody awaits',
            publishing('await made()', `const made = async () => (${message(WRONG)});`).replace(
                'send(given)',
                'async send(given)'
            ),
            ['unknown-value']
        ],
        [
            'a text in parts',
            publishing(
                "{ type: NAMESPACE + '.Interaction.' + 'updateState', data: { action: 'unhold', id: '1' } }",
                "const NAMESPACE = 'PureCloud';"
            ),
            ['unknown-value']
        ],
        ['a target in parts', publishing(transferTo("['sip', this.flowName].join(':')")), ['not-encoded']],
        ['a target that another package made', publishing(transferTo('window.made(given)')), []],
        [
            'a target that Apex gives',
            publishing(
                transferTo('await getTarget()'),
                "import getTarget from '@salesforce/apex/Targets.getTarget';"
            ).replace('send(given)', 'async send(given)'),
            []
        ],
        ['a label', publishing(transferTo('LABEL'), "import LABEL from '@salesforce/label/c.SurveyTarget';"), []],
        ['an unknown type of target', publishing(transferTo("'Auditor Secure Flow'", 'given')), ['not-encoded']],
        [
            'a whole object that is unknown',
            publishing(message("{ action: 'blindTransfer', id: '1', participantContext: given }")),
            []
        ],
        ['properties that are unknown', publishing(message("{ action: 'blindTransfer', id: '1', ...given }")), []],
        [
            'an action that is unknown',
            publishing(
                message(
                    "{ action: given, id: '1', participantContext: { transferTarget: '5', transferTargetType: 'address' } }"
                )
            ),
            []
        ],
        [
            'what a function fills in',
            publishing(
                'made()',
                `function made() { const m = ${message("{ id: '1' }")}; fill(m); return m; } function fill(m) { m.data.action = 'hold'; }`
            ),
            []
        ],
        ['getters of objects', publishing("{ get type() { return 'x'; }, data: {} }"), []]
    ]) {
        it(`is right about ${what}`, async () => {
            expect((await codesOf(text)).sort()).to.deep.equal([...expected].sort());
        });
    }

    it('tells each thing that is missing at one place', async () => {
        const text = publishing(message("{ action: 'blindTransfer', id: '1', participantContext: {} }"));
        expect(await codesOf(text)).to.deep.equal(['required', 'required']);
    });

    it('is right about other files of the component', async () => {
        const parts = {
            [`${LWC}/sender/index.js`]: "export * from './names'; export { default as made } from './made';",
            [`${LWC}/sender/names.js`]: "export const ACTIONS = { resume: 'unhold' };",
            [`${LWC}/sender/made.js`]: `export default (action) => (${message("{ action, id: '1' }")});`
        };
        const text = publishing('made(ACTIONS.resume)', "import { ACTIONS, made } from './index';");
        expect(await codesOf(text, parts)).to.deep.equal(['unknown-value']);
    });

    it('is right about other components, and TypeScript', async () => {
        const names = { [`${LWC}/names/names.ts`]: "export const RESUME: string = 'unhold' as string;" };
        const text = publishing(message("{ action: RESUME, id: '1' }"), "import { RESUME } from 'c/names';");
        expect(await codesOf(text, names)).to.deep.equal(['unknown-value']);
    });

    it('knows nothing of the arguments of a builder that are spread', async () => {
        const building = (given) =>
            publishing(`this.patchbay.updateState(${given})`, "import { load } from 'c/patchbay';");
        expect(await codesOf(building("'unhold', '1'"))).to.deep.equal(['unknown-value']);
        expect(await codesOf(building('...this.given'))).to.deep.equal([]);
        expect(await codesOf(building("'hold', ...this.given"))).to.deep.equal([]);
    });
});
