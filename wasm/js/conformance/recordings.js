/*
 * The captured streams, with what follows from each message: written by hand from the messages, by *Captured event streams* and the
 * fields of *Attribute synchronization*. `phases` has the messages after which a phase is another one.
 */
import { chatAndDialer, consultTransfer, inboundCall } from '../testing/fixtures.js';

const CALL = '6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11';
const FIRST_LEG = '0f4a2f0c-2f57-4f5e-8f6a-6f3b6c1f1a01';
const SECOND_LEG = 'b7c1d6e2-98aa-4c55-8a1b-2f9d9a0e7c02';
const CHAT = '5d7b8a90-0b1c-4e2f-9a3d-4b5c6d7e8f03';
const DIALED = 'c1a2b3c4-d5e6-4711-8f90-1a2b3c4d5e04';

/** After-call work is over. Whether an interaction is listed until the client removes it is left open. */
const OVER = ['done', 'gone'];

function recording(name, fixture, phases, expect) {
    let now = {};
    const steps = fixture.events.map(({ afterMs, message }, at) => {
        now = { ...now, ...phases[at] };
        return { receive: message, afterMs, expect: { phases: now } };
    });
    return { area: 'Captured streams', name, source: 'Captured event streams', steps, expect };
}

export const RECORDINGS = [
    recording(
        'An inbound call: answered, held, resumed, ended, wrapped up',
        inboundCall,
        {
            2: { [CALL]: 'alerting' },
            6: { [CALL]: 'connected' },
            16: { [CALL]: 'held' },
            18: { [CALL]: 'connected' },
            22: { [CALL]: 'disconnected' },
            26: { [CALL]: OVER },
            27: { [CALL]: 'gone' }
        },
        {
            records: [
                {
                    CallObject: CALL,
                    CallType: 'Inbound',
                    CallDurationInSeconds: 26,
                    CallDisposition: 'Default Wrap-up Code',
                    Type: 'Call'
                }
            ],
            // The call, its end, its wrap-up code, and what joins late: a bound of our own.
            savesAtMost: 5
        }
    ),
    recording(
        'A consult transfer: a second interaction comes and goes beside the first',
        consultTransfer,
        {
            0: { [FIRST_LEG]: 'connected' },
            2: { [FIRST_LEG]: 'held' },
            3: { [SECOND_LEG]: 'dialing' },
            4: { [SECOND_LEG]: 'connected' },
            6: { [SECOND_LEG]: 'disconnected' },
            7: { [FIRST_LEG]: 'disconnected' },
            8: { [SECOND_LEG]: OVER },
            9: { [FIRST_LEG]: OVER }
        },
        {
            records: [
                {
                    CallObject: FIRST_LEG,
                    CallType: 'Inbound',
                    CallDurationInSeconds: 26,
                    CallDisposition: 'Transferred'
                },
                { CallObject: SECOND_LEG, CallType: 'Internal', CallDurationInSeconds: 12 }
            ],
            savesAtMost: 8
        }
    ),
    recording(
        'A chat beside a call of a campaign that is transferred blind',
        chatAndDialer,
        {
            0: { [CHAT]: 'alerting' },
            1: { [CHAT]: 'connected' },
            2: { [DIALED]: 'dialing' },
            3: { [DIALED]: 'connected' },
            5: { [DIALED]: 'disconnected' },
            7: { [CHAT]: 'disconnected' },
            8: { [DIALED]: OVER },
            9: { [CHAT]: OVER }
        },
        {
            records: [
                { CallObject: CHAT, Type: 'Chat', CallType: 'Inbound', CallDisposition: 'Resolved' },
                {
                    CallObject: DIALED,
                    Type: 'Call',
                    CallType: 'Outbound',
                    CallDurationInSeconds: 22,
                    CallDisposition: 'No Answer'
                }
            ],
            savesAtMost: 8
        }
    )
];
