/*
 * Short streams, one for each fact that hand-written integrations get wrong. Each cites where the fact is from, by the titles of
 * docs/sources.md; the messages are small inputs of our own.
 */
const ID = '11111111-2222-4333-8444-555555555555';
const OTHER = '66666666-7777-4888-8999-aaaaaaaaaaaa';

const CONTACT = { id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: 'Nadia Lindgren' };
const SECOND_CONTACT = { id: '0035g00000LqT5aAAF', objectApiName: 'Contact', name: 'Theo Okafor' };
const ACCOUNT = { id: '0015g00000XrK3mAAF', objectApiName: 'Account', name: 'Northwind' };
const CASE = { id: '5005g00000RvW2qAAF', objectApiName: 'Case', name: '00001026' };

const CONNECTED_AT = '2026-04-09T04:19:42.719Z';

const interaction = (state, facts) => ({
    id: ID,
    state,
    direction: 'Inbound',
    phone: 'tel:+13175550123',
    displayAddress: '+13175550123',
    isConnected: state === 'CONNECTED' || state === 'HELD',
    isDisconnected: state === 'DISCONNECTED',
    isDone: false,
    ...facts
});

/** A message of the client about the interaction. */
const say = (category, state, facts) => ({
    receive: { type: 'Interaction', category, data: interaction(state, facts) }
});

const change = (state, facts) => ({
    receive: { type: 'Interaction', category: 'change', data: { new: interaction(state, facts) } }
});

const heard = (receive) => ({ receive });

const connect = say('connect', 'CONNECTED', { connectedTime: CONNECTED_AT });
const wrappedUp = (disposition, facts) => say('acw', 'DISCONNECTED', { isDone: true, disposition, ...facts });
const removed = heard({ type: 'Interaction', category: 'deallocate', data: { id: ID, direction: 'Inbound' } });

/** The streams of an area, each `[name, source, steps, expect, fields]`. */
const area = (name, all) =>
    all.map(([title, source, steps, expect, fields = {}]) => ({
        area: name,
        name: title,
        source,
        steps,
        expect,
        fields
    }));

const CAPTURED = 'Captured event streams';
const FIELD = 'Cases from the field';
const SYNC = 'Attribute synchronization';
const SAVE = 'Save Log extension point';

const phase = (expected) => ({ phases: { [ID]: expected } });
const log = (facts) => ({ logs: { [ID]: facts } });

const PHASES = area('Phases', [
    ['The client never says connect', CAPTURED, [say('add', 'ALERTING'), change('CONNECTED')], phase('connected')],
    [
        'The client never says acw',
        CAPTURED,
        [connect, change('DISCONNECTED'), change('DISCONNECTED', { isDone: true })],
        phase(['done', 'gone'])
    ],
    [
        'After-call work that ends says DISCONNECTED too: isDone tells',
        CAPTURED,
        [connect, say('disconnect', 'DISCONNECTED'), wrappedUp('Sale')],
        phase(['done', 'gone'])
    ],
    [
        'A late message does not raise the dead',
        CAPTURED,
        [connect, say('disconnect', 'DISCONNECTED'), change('CONNECTED', { connectedTime: CONNECTED_AT })],
        phase('disconnected')
    ],
    [
        'A message after the removal brings nothing back',
        FIELD,
        [connect, wrappedUp('A'), removed, wrappedUp('A')],
        phase('gone')
    ],
    [
        'A message that rings again after it was removed is live',
        FIELD,
        [connect, wrappedUp('A'), removed, say('add', 'ALERTING', { isMessage: true })],
        phase('alerting')
    ],
    [
        'Two are live at once: the end of one never touches the other',
        CAPTURED,
        [
            connect,
            say('connect', 'CONNECTED', { id: OTHER, isChat: true }),
            say('disconnect', 'DISCONNECTED', { id: OTHER, isChat: true })
        ],
        { phases: { [ID]: 'connected', [OTHER]: 'disconnected' } }
    ],
    [
        'The Classic console wraps the message in text',
        FIELD,
        [heard({ message: JSON.stringify(connect.receive) })],
        phase('connected')
    ],
    [
        'The older connector wraps it in msg',
        FIELD,
        [heard({ type: 'softphone_connector', msg: connect.receive })],
        phase('connected')
    ],
    [
        'The older spelling by reason',
        CAPTURED,
        [heard({ reason: 'interaction', data: { category: 'connect', data: connect.receive.data } })],
        phase('connected')
    ],
    [
        'A category that nobody knows still tells of its interaction',
        FIELD,
        [say('somethingNew', 'CONNECTED')],
        phase('connected')
    ],
    ['A state in small letters is the same state', CAPTURED, [say('add', 'alerting')], phase('alerting')],
    [
        'An outbound call that is being reached is dialing',
        CAPTURED,
        [say('add', 'CONTACTING', { direction: 'outbound' })],
        phase('dialing')
    ]
]);

const HOSTILE = area('Anything may be published on the channel', [
    ...[
        ['null', null],
        ['a number', 7],
        ['text that is no JSON', '{"type":'],
        ['an interaction without an ID', { type: 'Interaction', category: 'add', data: { state: 'ALERTING' } }],
        ['an interaction without data', { type: 'Interaction', category: 'change' }],
        ['data.new that is a list', { type: 'Interaction', category: 'change', data: { new: [1] } }],
        ['a type that nobody knows', { type: 'Weather', data: {} }],
        ['a station', { type: 'UserAction', category: 'station', data: { id: '1' } }]
    ].map(([name, message]) => [
        `After ${name}, the next message is understood`,
        'Lightning Message Service',
        [heard(message), connect],
        phase('connected')
    ])
]);

const AGENT = area('The agent', [
    [
        'A status with its sub-status',
        CAPTURED,
        [heard({ type: 'UserAction', category: 'status', data: { status: 'MEAL', sub_status: 'Lunch' } })],
        { agent: { status: 'MEAL', subStatus: 'Lunch' } }
    ],
    [
        'The plural UserActions',
        FIELD,
        [heard({ type: 'UserActions', category: 'status', data: { status: 'BREAK' } })],
        { agent: { status: 'BREAK' } }
    ],
    [
        'Logging out clears the status',
        FIELD,
        [
            {
                ...heard({ type: 'UserAction', category: 'status', data: { status: 'MEAL' } }),
                expect: { agent: { status: 'MEAL' } }
            },
            heard({ type: 'UserAction', category: 'logout', data: {} })
        ],
        { agent: { status: null } }
    ]
]);

const LISTS = area('Name and Related To', [
    [
        'A contact visited while the interaction is live joins Name',
        SYNC,
        [connect, { visit: CONTACT }],
        log({ name: [CONTACT.id] })
    ],
    [
        'A case visited while it is live joins Related To',
        SYNC,
        [connect, { visit: CASE }],
        log({ relatedTo: [CASE.id], name: [] })
    ],
    [
        'Several matches: nobody chooses for the agent',
        SYNC,
        [connect, { pop: { interactionId: ID, records: [CONTACT, SECOND_CONTACT] } }],
        log({ name: [CONTACT.id, SECOND_CONTACT.id], chosenName: null })
    ],
    [
        'The one record that pops is Name',
        SYNC,
        [connect, { pop: { interactionId: ID, records: [CONTACT] } }],
        log({ name: [CONTACT.id], chosenName: CONTACT.id })
    ],
    [
        'A call that is dialled from a contact’s page has that contact as Name',
        SYNC,
        [{ visit: CONTACT }, change('DIALING', { direction: 'Outbound' })],
        log({ chosenName: CONTACT.id })
    ],
    [
        'A contact whose page was left before is not offered',
        SYNC,
        [{ visit: CONTACT }, { leave: true }, change('DIALING', { direction: 'Outbound' })],
        log({ name: [] })
    ],
    [
        'The same record with 15 and 18 characters is one',
        'Task and record IDs',
        [connect, { visit: CONTACT }, { visit: { ...CONTACT, id: CONTACT.id.slice(0, 15) } }],
        log({ name: [CONTACT.id] })
    ],
    [
        'A record that is visited joins the live interaction, not the one that is over',
        SYNC,
        [connect, wrappedUp('A'), removed, say('connect', 'CONNECTED', { id: OTHER }), { visit: CONTACT }],
        { logs: { [OTHER]: { name: [CONTACT.id] } } }
    ],
    [
        '`sf_urlpop` hands a record over',
        FIELD,
        [change('ALERTING', { attributes: { sf_urlpop: CONTACT.id } })],
        log({ chosenName: CONTACT.id })
    ],
    [
        '`sf_urlpop` of another host hands nothing over',
        FIELD,
        [change('ALERTING', { attributes: { sf_urlpop: `https://example.com/${CONTACT.id}` } })],
        log({ name: [] })
    ],
    [
        '`sf_workspaceassociations` fill the lists',
        FIELD,
        [
            change('ALERTING', {
                attributes: {
                    sf_workspaceassociations: JSON.stringify({
                        Names: { a: { id: CONTACT.id, name: CONTACT.name, type: 'Contact' } },
                        Relates: { b: { id: ACCOUNT.id, name: ACCOUNT.name, type: 'Account' } }
                    })
                }
            })
        ],
        log({ name: [CONTACT.id], relatedTo: [ACCOUNT.id] })
    ]
]);

const VALUES = area('Attributes', [
    [
        'An attribute is found without `Participant.` and in any letter case',
        CAPTURED,
        [connect, change('CONNECTED', { attributes: { CASE_number: '7' } })],
        log({ values: { Case__c: '7' } }),
        { 'Participant.case_Number': 'Case__c' }
    ],
    [
        'Text stays text: leading zeros are kept',
        SYNC,
        [change('CONNECTED', { attributes: { 'Participant.number': '00012345' } })],
        log({ values: { Number__c: '00012345' } }),
        { 'Participant.number': 'Number__c' }
    ],
    [
        'A change after the disconnection is synchronised',
        SYNC,
        [
            connect,
            say('disconnect', 'DISCONNECTED'),
            change('DISCONNECTED', { attributes: { 'Participant.survey': 'sent' } })
        ],
        { records: [{ Survey__c: 'sent' }] },
        { 'Participant.survey': 'Survey__c' }
    ],
    [
        'A transcript in notifications: each utterance once, in order',
        'Events in Salesforce Lightning App',
        [
            say('add', 'CONNECTED', { isChat: true }),
            heard({ type: 'Notification', category: 'chatUpdate', data: { id: ID, messages: [{ body: 'Hello' }] } }),
            heard({
                type: 'Notification',
                category: 'chatUpdate',
                data: { id: ID, messages: [{ body: 'Hello' }, { body: 'Hi' }] }
            })
        ],
        log({ values: { Transcript__c: 'Hello\nHi' } }),
        { 'Chat.Transcript': 'Transcript__c' }
    ]
]);

const SAVES = area('Saves', [
    [
        'Messages that change nothing are not saved again',
        SAVE,
        [connect, ...Array.from({ length: 25 }, () => change('CONNECTED', { connectedTime: CONNECTED_AT }))],
        { records: [{ CallObject: ID }], savesAtMost: 2 }
    ],
    [
        'A message that is delivered twice makes one record',
        CAPTURED,
        [connect, connect, wrappedUp('Sale'), wrappedUp('Sale')],
        { records: [{ CallDisposition: 'Sale' }] }
    ],
    [
        'A duration may be text that is empty',
        CAPTURED,
        [
            connect,
            say('disconnect', 'DISCONNECTED', { interactionDurationSeconds: '' }),
            change('DISCONNECTED', { interactionDurationSeconds: 26 })
        ],
        { records: [{ CallDurationInSeconds: 26 }] }
    ],
    [
        'The wrap-up code of after-call work that ends after the removal is kept',
        FIELD,
        [connect, removed, wrappedUp('Sale')],
        { records: [{ CallDisposition: 'Sale' }] }
    ],
    [
        'A conversation that comes back has a record of its own',
        FIELD,
        [
            connect,
            wrappedUp('A', { connectedTime: CONNECTED_AT }),
            removed,
            say('connect', 'CONNECTED', { connectedTime: '2026-04-09T04:25:03.000Z' }),
            wrappedUp('B', { connectedTime: '2026-04-09T04:25:03.000Z' })
        ],
        { records: [{ CallDisposition: 'A' }, { CallDisposition: 'B' }] }
    ],
    [
        'A call between users is Internal, whatever its direction',
        SYNC,
        [say('connect', 'CONNECTED', { isInternal: true }), wrappedUp('A', { isInternal: true })],
        { records: [{ CallType: 'Internal' }] }
    ]
]);

export const FACTS = [...PHASES, ...HOSTILE, ...AGENT, ...LISTS, ...VALUES, ...SAVES];
