// What a template shows of one of the client's conversations.

/** Maximum number of characters shown of an attribute. */
const SHOWN = 60;
const MEDIA = {
    call: { label: 'Call', icon: 'standard:call' },
    callback: { label: 'Callback', icon: 'standard:log_a_call' },
    chat: { label: 'Chat', icon: 'standard:live_chat' }
};

const STEPS = [
    { name: 'agentAnswers', label: 'Answer', can: 'canAnswer' },
    { name: 'agentHolds', label: 'Hold', can: 'canHold' },
    { name: 'agentResumes', label: 'Resume', can: 'canResume' },
    { name: 'agentHangsUp', label: 'Hang up', can: 'canHangUp' }
];

export function viewOf(conversation) {
    const { id, media, facts, state, ended, muted, leaving, secureFlow, consult, consultedFor } = conversation;
    const { transcriptLength } = conversation;
    const badges = [{ key: 'state', label: sentenceCase(state), className: `badge badge_${state.toLowerCase()}` }];
    const more = (label) => badges.push({ key: label, label, className: 'badge' });
    if (muted && !ended) more('Muted');
    if (facts.securePause && !ended) more('Recording paused');
    if (leaving) more('Being transferred');
    if (secureFlow) more(`In ${secureFlow}`);
    if (consult) more('Consulting');
    if (consultedFor) more('Consult leg');
    return {
        id,
        icon: MEDIA[media].icon,
        media: MEDIA[media].label,
        name: facts.name,
        hangUpLabel: `${facts.isInternal ? 'Colleague' : 'Customer'} hangs up`,
        steps: STEPS.filter(({ can }) => conversation[can]).map(({ name, label }) => ({
            name,
            label,
            // Several interactions have the same buttons.
            spoken: `${label}: ${facts.name}`
        })),
        state,
        ended,
        badges,
        attributes: Object.entries(facts.attributes ?? {}).map(([name, value]) => ({ name, text: shortened(value) })),
        writes: media === 'chat' && !ended,
        transcriptLength,
        about: [MEDIA[media].label, facts.displayAddress === facts.name ? '' : facts.displayAddress, facts.queueName]
            .filter(Boolean)
            .join(' · ')
    };
}

const sentenceCase = (text) => text.charAt(0) + text.slice(1).toLowerCase();

function shortened(value) {
    const text = String(value);
    return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length.toLocaleString()} characters)` : text;
}
