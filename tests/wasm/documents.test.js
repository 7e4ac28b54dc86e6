/*
 * The examples of the document "Events in Salesforce", as printed there: each is what a builder gives, and valid.
 */
import { expect } from 'chai';
import { load } from '#patchbay';
import { brief, json } from './helpers.js';

const ADD_CUSTOM_ATTRIBUTES = `{
    "type": "PureCloud.Interaction.addCustomAttributes",
    "data": {
        "id": "1234-1234-1234-1234",
        "attributes": {
            "record_url": "/0000413456"
        }
    }
}`;
const BLIND_TRANSFER = `{
    "type": "PureCloud.Interaction.updateState",
    "data": {
        "action": "blindTransfer",
        "id": "1234-1234-1234-1234",
        "participantContext": {
            "transferTarget": "3175550123",
            "transferTargetType": "address"
        }
    }
}`;
// Printed with a small i in the type, and with a comma behind the last property, which JSON does not have.
const SECURE_SESSION = `{
    "type": "PureCloud.interaction.updateState",
    "data": {
        "action": "secureSession",
        "id": "1234-1234-1234-1234",
        "secureSessionContext": {
            "flowId": "741f4f39-7a94-470d-a1dd-dd68d01e0dd8",
            "userData": "hello",
            "disconnect": false
        }
    }
}`;
const UPDATE_STATUS = `{
    "type": "PureCloud.User.updateStatus",
    "data": {
        "id": "1234-1234-1234-1234"
    }
}`;

describe('the examples of the document', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    const ID = '1234-1234-1234-1234';
    const examples = [
        [
            'addCustomAttributes',
            ADD_CUSTOM_ATTRIBUTES,
            () => patchbay.addCustomAttributes(ID, { record_url: '/0000413456' })
        ],
        ['blindTransfer', BLIND_TRANSFER, () => patchbay.blindTransfer(ID, { phone: '3175550123' })],
        ['updateStatus', UPDATE_STATUS, () => patchbay.updateStatus(ID)]
    ];
    for (const [name, printed, build] of examples) {
        it(`${name} is built as printed`, () => {
            expect(json(build())).to.equal(json(JSON.parse(printed)));
        });

        it(`${name} is valid as printed`, () => {
            const message = JSON.parse(printed);
            expect(patchbay.validate(message)).to.deep.equal({ valid: true, message, problems: [] });
        });
    }

    it('secureSession is built as printed, but for the small i', () => {
        const context = { flowId: '741f4f39-7a94-470d-a1dd-dd68d01e0dd8', userData: 'hello', disconnect: false };
        const documented = SECURE_SESSION.replace('interaction.', 'Interaction.');
        expect(json(patchbay.secureSession(ID, context))).to.equal(json(JSON.parse(documented)));
    });

    it('secureSession is accepted as printed, warned of, and comes out in the documented spelling', () => {
        const { valid, message, problems } = patchbay.validate(JSON.parse(SECURE_SESSION));
        expect(valid).to.equal(true);
        expect(brief(problems)).to.deep.equal([['warning', '/type', 'letter-case']]);
        expect(json(message)).to.equal(json(JSON.parse(SECURE_SESSION.replace('interaction.', 'Interaction.'))));
    });

    it('a flow is prefixed and encoded as the document says', () => {
        const target = (of) => patchbay.participantContext(of);
        expect(target({ flow: 'AuditorSecureFlow' })).to.deep.equal({
            transferTarget: 'sip:AuditorSecureFlow',
            transferTargetType: 'address'
        });
        expect(target({ flow: 'Auditor Secure Flow' }).transferTarget).to.equal('sip:Auditor%20Secure%20Flow');
        expect(target({ phone: '+1 (317) 555-0123' }).transferTarget).to.equal('%2B1%20(317)%20555-0123');
    });
});
