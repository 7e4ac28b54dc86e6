// What compiles and what must not: every line marked as an error has to be one.
import { PatchbayError, PatchbayLoadError, load } from '../../pkg/index.js';
import type {
    Action,
    Change,
    DirectoryTarget,
    FoundTargets,
    Interaction,
    Message,
    Patchbay,
    Problem,
    SentAction,
    SummaryPart,
    TimelineEntry,
    Session,
    Target,
    Validation
} from '../../pkg/index.js';

export async function uses(): Promise<Message> {
    const patchbay: Patchbay = await load();
    const other: Patchbay = await load({ wasm: new Uint8Array(8) });
    const messages: Message[] = [
        patchbay.updateState('pickup', 'id'),
        patchbay.blindTransfer('id', { flow: 'Auditor Secure Flow' }),
        other.consultTransfer('id', { userId: 'u' }),
        patchbay.secureSession('id', { flowId: 'f', userData: 'u' }),
        patchbay.addCustomAttributes('id', { text: 'a', number: 1, yes: true, gone: null }),
        patchbay.updateStatus('Break'),
        patchbay.subscribe(['conversationTranscription']),
        patchbay.subscribe(['status'], 'UserAction')
    ];
    const { transferTarget, transferTargetType } = patchbay.participantContext({ phone: '1' });
    const kind: 'userId' | 'queueId' | 'address' = transferTargetType;
    const verdict: Validation = patchbay.validate(null);
    if (verdict.message) {
        messages.push(verdict.message);
    }
    const texts: string[] = [patchbay.encode('a'), patchbay.version, transferTarget, kind];
    return messages[texts.length] ?? patchbay.updateStatus('s');
}

export async function follows(message: unknown): Promise<readonly Action[]> {
    const patchbay = await load();
    const changes: Change[] = [];
    const session: Session = patchbay.session({ storage: null, onChange: (change) => changes.push(change) });
    const { interactions, agent, selection, problems }: Change = session.receive(message);
    const ids: string[] = [...interactions, session.selected ?? '', session.agent.status ?? ''];
    const one: Interaction | null = session.interaction(ids[0] ?? '');
    if (one?.phase === 'held' && agent && selection && problems.length + session.problems.length === 0) {
        const { sent, confirmed, unconfirmed }: Change = session.sent(session.updateState('hold', one.id, false));
        const followed: SentAction[] = [...session.sentActions, ...confirmed, ...unconfirmed];
        ids.push(...followed.flatMap(({ reasons, state }) => (sent ? [state, ...reasons] : [])));
        // @ts-expect-error -- how a toggle is to be is true or false
        session.securePause(one.id, 'on');
    }
    const { targets, total }: FoundTargets = session.findTargets({ text: 'a', found: [{ kind: 'queue', value: 'q' }] });
    if (targets[0] && total > 0 && session.offered(ids[0] ?? '').includes('blindTransfer')) {
        const { kind, value }: DirectoryTarget = targets[0];
        session.rememberTarget(targets[0]);
        session.setFavourite(targets[0], kind === 'flow' && value !== '');
    }
    const told: TimelineEntry[] = session
        .timeline(ids[0] ?? '')
        .filter(({ topic, by }) => topic === 'call' && by === 'client');
    const parts: readonly SummaryPart[] = session.summary(told[0]?.name ?? '');
    session.addSummary(ids[0] ?? '', parts.map(({ kind, seconds = 0 }) => `${kind} ${seconds}`).join());
    await session.close();
    return session.can(one?.consultOf ?? '');
}

export function tells(error: unknown): string {
    if (error instanceof PatchbayLoadError) {
        const reason: 'csp' | 'sandbox' | 'corrupt' | 'unsupported' = error.reason;
        return reason;
    }
    if (error instanceof PatchbayError) {
        return error.problems.map((problem: Problem) => `${problem.path}: ${problem.message} (${problem.code})`).join();
    }
    return '';
}

export async function mistakes(action: Action, target: Target): Promise<void> {
    const patchbay = await load();
    // @ts-expect-error a transfer needs a target
    patchbay.updateState('blindTransfer', 'id');
    // @ts-expect-error not every action goes without a context
    patchbay.updateState(action, 'id');
    // @ts-expect-error an action that does not exist
    patchbay.updateState('dance', 'id');
    // @ts-expect-error a target is not a text
    patchbay.blindTransfer('id', 'Auditor Secure Flow');
    // @ts-expect-error no such kind of target
    patchbay.blindTransfer('id', { flowId: 'x' });
    // @ts-expect-error user data is required
    patchbay.secureSession('id', { flowId: 'f' });
    // @ts-expect-error attributes are flat
    patchbay.addCustomAttributes('id', { deep: { a: 1 } });
    // @ts-expect-error an ID is a text
    patchbay.updateStatus(12);
    // @ts-expect-error results are not to be written to
    patchbay.validate(target).valid = true;
    // @ts-expect-error what a session gives is not to be written to
    patchbay.session().selected = 'x';
    // @ts-expect-error there is no such phase
    patchbay.session().interaction('x')?.phase === 'ringing';
    // @ts-expect-error the message may be missing
    patchbay.validate(target).message.type;
}

export async function configures(answer: string): Promise<Session> {
    const patchbay = await load();
    const { options, transferTargets, recordSearch } = patchbay.configuration(answer, { recordSearch: false });
    const [target] = transferTargets;
    const context = target && patchbay.blindTransfer('id', { [target.kind]: target.value } as unknown as Target);
    // @ts-expect-error there is no such kind
    const isSkill = target?.kind === 'skill';
    // @ts-expect-error a status has an ID
    patchbay.configuration(null, { statuses: [{ label: 'Meal' }] });
    return patchbay.session({ ...options, region: `${context?.type} ${recordSearch} ${isSkill}` });
}
