/*
 * The messages in zod, in either of its editions: `z` holds the kinds of schema they have in common, one by one, so that
 * nothing else of zod is bundled; `refine` is how a check is written.
 */
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

const WARNING = { warning: true };

export function open(z, refine) {
    const text = refine(z.string(), isText, 'This is no valid text; write it.');
    const never = z.optional(z.never());
    const none = { participantContext: never, secureSessionContext: never };
    const card = { error: 'This looks like a card number; leave it out.', params: WARNING };

    const participantContext = refine(
        z.strictObject({
            transferTarget: refine(
                refine(z.string(), isEncoded, 'transferTarget is not encoded; encode it.'),
                isEncodedOnce,
                { error: 'transferTarget looks encoded twice; encode it once.', params: WARNING }
            ),
            transferTargetType: z.oneOf(TARGET_TYPES)
        }),
        ({ transferTarget, transferTargetType }) => transferTargetType === 'address' || !hasPrefix(transferTarget),
        { error: 'The prefix sip: marks a flow or an address; write the ID alone.', path: ['transferTarget'] }
    );
    const secureSessionContext = z.strictObject({
        flowId: text,
        userData: refine(
            refine(z.string(), isWhole, 'userData is no valid text.'),
            isClean,
            'userData holds a card number.'
        ),
        disconnect: z.optional(z.boolean())
    });
    const attributes = refine(
        z.record(
            z.string(),
            z.union([
                refine(refine(z.string(), isWhole, 'This is no valid text.'), isClean, card),
                refine(z.number(), (number) => Math.abs(number) < 1e12 || isClean(String(number)), card),
                z.boolean()
            ])
        ),
        (all) => Object.keys(all).length > 0,
        { error: 'attributes is empty, so nothing is added.', params: WARNING }
    );
    const schema = z.discriminatedUnion('type', [
        z.strictObject({
            type: z.literal(UPDATE_STATE),
            data: z.discriminatedUnion('action', [
                z.strictObject({ action: z.oneOf(SIMPLE_ACTIONS), id: text, ...none }),
                z.strictObject({ action: z.oneOf(TRANSFERS), id: text, ...none, participantContext }),
                z.strictObject({ action: z.literal(SECURE_SESSION), id: text, ...none, secureSessionContext })
            ])
        }),
        z.strictObject({
            type: z.literal(ADD_CUSTOM_ATTRIBUTES),
            data: z.strictObject({ id: text, attributes, ...none })
        }),
        z.strictObject({ type: z.literal(UPDATE_STATUS), data: z.strictObject({ id: text, ...none }) })
    ]);

    return {
        build: literalBuilders((message) => {
            const { success, data, error } = schema.safeParse(message);
            if (!success && !error.issues.every(isWarning)) {
                throw new Error(error.issues.map((issue) => issue.message).join('; '));
            }
            return success ? data : message;
        }),
        parse(message) {
            const { success, data, error } = schema.safeParse(message);
            return success ? data : error.issues.every(isWarning) ? wholeCopyOf(message) : null;
        },
        issues: (message) => schema.safeParse(message).error?.issues ?? [],
        told: (issue) => [pathOf(issue), isWarning(issue) ? 'warning' : 'error']
    };
}

function isWarning({ code, params }) {
    return code === 'unrecognized_keys' || params?.warning === true;
}

function pathOf({ code, path, keys }) {
    const steps = code === 'unrecognized_keys' ? [...path, ...keys] : path;
    return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
