import * as v from 'valibot';
import {
    ADD_CUSTOM_ATTRIBUTES,
    SECURE_SESSION,
    SIMPLE_ACTIONS,
    TARGET_TYPES,
    TRANSFERS,
    UPDATE_STATE,
    UPDATE_STATUS,
    hasPrefix,
    isClean,
    isEncoded,
    isEncodedOnce,
    isText,
    isWhole
} from './rules.js';
import { literalBuilders, wholeCopyOf } from './literal.js';

const CARD = 'This looks like a card number; leave it out.';
const TWICE = 'transferTarget looks encoded twice; encode it once.';
const NOTHING = 'attributes is empty, so nothing is added.';
const WARNINGS = [CARD, TWICE, NOTHING];

export function open() {
    const text = v.pipe(v.string(), v.check(isText, 'This is no valid text; write it.'));
    const never = v.optional(v.never());
    const none = { participantContext: never, secureSessionContext: never };

    const participantContext = v.pipe(
        v.strictObject({
            transferTarget: v.pipe(
                v.string(),
                v.check(isEncoded, 'transferTarget is not encoded; encode it.'),
                v.check(isEncodedOnce, TWICE)
            ),
            transferTargetType: v.picklist(TARGET_TYPES)
        }),
        v.forward(
            v.check(
                ({ transferTarget, transferTargetType }) =>
                    transferTargetType === 'address' || !hasPrefix(transferTarget),
                'The prefix sip: marks a flow or an address; write the ID alone.'
            ),
            ['transferTarget']
        )
    );
    const secureSessionContext = v.strictObject({
        flowId: text,
        userData: v.pipe(
            v.string(),
            v.check(isWhole, 'userData is no valid text.'),
            v.check(isClean, 'userData holds a card number.')
        ),
        disconnect: v.optional(v.boolean())
    });
    const attributes = v.pipe(
        v.record(
            v.string(),
            v.union([
                v.pipe(v.string(), v.check(isWhole, 'This is no valid text.'), v.check(isClean, CARD)),
                v.pipe(
                    v.number(),
                    v.finite(),
                    v.check((number) => Math.abs(number) < 1e12 || isClean(String(number)), CARD)
                ),
                v.boolean()
            ])
        ),
        v.check((all) => Object.keys(all).length > 0, NOTHING)
    );
    const schema = v.variant('type', [
        v.strictObject({
            type: v.literal(UPDATE_STATE),
            data: v.variant('action', [
                v.strictObject({ action: v.picklist(SIMPLE_ACTIONS), id: text, ...none }),
                v.strictObject({ action: v.picklist(TRANSFERS), id: text, ...none, participantContext }),
                v.strictObject({ action: v.literal(SECURE_SESSION), id: text, ...none, secureSessionContext })
            ])
        }),
        v.strictObject({
            type: v.literal(ADD_CUSTOM_ATTRIBUTES),
            data: v.strictObject({ id: text, attributes, ...none })
        }),
        v.strictObject({ type: v.literal(UPDATE_STATUS), data: v.strictObject({ id: text, ...none }) })
    ]);

    return {
        build: literalBuilders((message) => {
            const { success, output, issues } = v.safeParse(schema, message);
            if (!success && !issues.every(isWarning)) {
                throw new Error(issues.map((issue) => issue.message).join('; '));
            }
            return output;
        }),
        parse(message) {
            const { success, output, issues } = v.safeParse(schema, message);
            return success ? output : issues.every(isWarning) ? wholeCopyOf(message) : null;
        },
        issues: (message) => v.safeParse(schema, message).issues ?? [],
        told: (issue) => [pathOf(issue), isWarning(issue) ? 'warning' : 'error']
    };
}

function isWarning({ type, expected, message }) {
    return WARNINGS.includes(message) || (type === 'strict_object' && expected === 'never');
}

function pathOf({ path = [] }) {
    return path.map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
