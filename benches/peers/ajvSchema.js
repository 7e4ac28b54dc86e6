/* The messages as JSON Schema, with the rules of rules.js as formats; of both editions of Ajv. */
import {
    ADD_CUSTOM_ATTRIBUTES,
    SECURE_SESSION,
    SIMPLE_ACTIONS,
    TARGET_TYPES,
    TRANSFERS,
    UPDATE_STATE,
    UPDATE_STATUS
} from './rules.js';
import { copyOf, literalBuilders, wholeCopyOf } from './literal.js';

const text = { type: 'string', format: 'text' };

const object = (properties, required = Object.keys(properties)) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false
});

const ofAction = (actions, properties = {}) => ({
    ...object({ action: { enum: actions }, id: text, ...properties }),
    properties: {
        action: { enum: actions },
        id: text,
        participantContext: false,
        secureSessionContext: false,
        ...properties
    }
});

const participant = {
    ...object({
        transferTarget: { type: 'string', allOf: [{ format: 'encoded' }, { format: 'encodedOnce' }] },
        transferTargetType: { enum: TARGET_TYPES }
    }),
    if: { properties: { transferTargetType: { enum: ['userId', 'queueId'] } } },
    then: { properties: { transferTarget: { type: 'string', format: 'withoutPrefix' } } }
};

const secure = object(
    {
        flowId: text,
        userData: { type: 'string', allOf: [{ format: 'whole' }, { format: 'clean' }] },
        disconnect: { type: 'boolean' }
    },
    ['flowId', 'userData']
);

const attribute = {
    type: ['string', 'number', 'boolean'],
    allOf: [{ format: 'whole' }, { format: 'cleanAttribute' }, { format: 'cleanNumber' }]
};

const ofType = (type, data) => object({ type: { const: type }, data });

const others = { participantContext: false, secureSessionContext: false };

export const SCHEMA = {
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: [
        ofType(UPDATE_STATE, {
            type: 'object',
            required: ['action'],
            discriminator: { propertyName: 'action' },
            oneOf: [
                ofAction(SIMPLE_ACTIONS),
                ofAction(TRANSFERS, { participantContext: participant }),
                ofAction([SECURE_SESSION], { secureSessionContext: secure })
            ]
        }),
        ofType(ADD_CUSTOM_ATTRIBUTES, {
            ...object({ id: text, attributes: { type: 'object', minProperties: 1, additionalProperties: attribute } }),
            properties: {
                id: text,
                attributes: { type: 'object', minProperties: 1, additionalProperties: attribute },
                ...others
            }
        }),
        ofType(UPDATE_STATUS, { ...object({ id: text }), properties: { id: text, ...others } })
    ]
};

export const OPTIONS = { allErrors: true, discriminator: true, allowUnionTypes: true };

const WARNINGS = ['encodedOnce', 'cleanAttribute', 'cleanNumber'];

function isWarning({ keyword, params }) {
    return keyword === 'additionalProperties' || keyword === 'minProperties' || WARNINGS.includes(params.format);
}

/** A contender out of a validation function; the whole list of problems is the job, so all errors are asked for always. */
export function contender(validate) {
    const isValid = (message) => validate(message) || validate.errors.every(isWarning);
    const withWarnings = (message) => (validate.errors.every(isWarning) ? wholeCopyOf(message) : null);
    return {
        build: literalBuilders((message) => {
            if (!isValid(message)) {
                throw new Error(validate.errors.map((error) => error.message).join('; '));
            }
            return message;
        }),
        parse: (message) => (validate(message) ? copyOf(message) : withWarnings(message)),
        issues: (message) => (validate(message) ? [] : validate.errors),
        told: (error) => [pathOf(error), isWarning(error) ? 'warning' : 'error'],
        // Says once more that what the rule about prefixes asks for is not there.
        repeats: ({ keyword }) => keyword === 'if'
    };
}

function pathOf({ instancePath, keyword, params }) {
    const more = { required: params.missingProperty, additionalProperties: params.additionalProperty };
    const key = keyword === 'discriminator' ? params.tag : more[keyword];
    return key === undefined ? instancePath : `${instancePath}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
