/** Every use of the channel in JavaScript: what is published, who subscribes, what handles, and messages that go other ways. */
import { dotted, isFunction, keyOf, visitAll } from './parse/javascript.js';

const SERVICE = 'lightning/messageService';
const CHANNEL = /purecloud__ClientEvent__c/;
const MESSAGE = /^PureCloud\./i;

/** Names of the message service in Lightning web components, and of its kin in Visualforce. */
const FUNCTIONS = ['publish', 'subscribe', 'unsubscribe', 'createMessageContext', 'releaseMessageContext'];

/**
 * @typedef {{kind: 'publish' | 'subscribe' | 'handler' | 'message' | 'context' | 'release', node: object, source: object,
 *     argument?: object}} Use
 */

/** @returns {Use[]} */
export function findUses(bundle, tools) {
    const { project } = tools;
    const uses = project.sources(bundle).flatMap((source) => usesOf(source, tools));
    return [...uses, ...markupHandlers(project, bundle)];
}

function usesOf(source, tools) {
    const uses = [];
    const add = (kind, node, argument = null) => uses.push({ kind, node, argument, source });
    visitAll(source.program, (node) => {
        if (node.type === 'CallExpression') {
            const [name, channel, argument] = serviceCall(node, source, tools);
            if (name === 'createMessageContext') {
                add('context', node);
            } else if (name === 'releaseMessageContext') {
                add('release', node, node.arguments[0]);
            } else if (name && isChannel(channel, node, tools)) {
                add(name, node, argument);
                if (name === 'subscribe') {
                    handlersOf(argument, tools).forEach((fn) => add('handler', fn));
                }
            }
        } else if (node.type === 'ObjectExpression' && isMessage(node, tools)) {
            add('message', node, node);
        }
    });
    return uses;
}

/** The function of the message service that is called, the argument for the channel, and the message or the handler. */
function serviceCall(node, source, { project, follower }) {
    const [first, second, third] = node.arguments;
    const name = dotted(node.callee) ?? '';
    if (/(?:^|\.)sforce\.one\.(?:publish|subscribe)$/.test(name)) {
        return [keyOf(node.callee), first, second];
    }
    if (source.bundle.kind === 'aura') {
        return auraCall(node, source.bundle, project);
    }
    const callee = follower.evaluate(node.callee, follower.context());
    const isService = callee.kind === 'import' && callee.module === SERVICE && FUNCTIONS.includes(callee.name);
    return isService ? [callee.name, second, third] : [];
}

/** `component.find('clientEvent').publish(message)`, where the markup says which channel that is. */
function auraCall({ callee, arguments: given }, bundle, project) {
    const { object } = callee;
    const isFound = object?.type === 'CallExpression' && keyOf(callee) === 'publish' && keyOf(object.callee) === 'find';
    const id = isFound && object.arguments[0]?.value;
    const channels = id ? project.tags(bundle, 'lightning:messageChannel') : [];
    const tag = channels.find(({ attributes }) => attributes['aura:id'] === id && CHANNEL.test(attributes.type));
    return tag ? ['publish', tag.attributes.type, given[0]] : [];
}

/** Whether an argument is the channel, on any way to the call. */
function isChannel(channel, call, { follower, callers }) {
    if (!channel) {
        return false;
    }
    const isOne = (value) =>
        value.kind === 'either'
            ? value.options.some((option) => isOne(option.value))
            : (value.kind === 'import' && CHANNEL.test(value.module)) ||
              (value.kind === 'known' && CHANNEL.test(value.value));
    return (
        typeof channel === 'string' ||
        callers.waysTo(call).some((frames) => isOne(follower.evaluate(channel, follower.context(frames, call))))
    );
}

function handlersOf(argument, { follower }) {
    const value = argument && follower.evaluate(argument, follower.context());
    if (value?.kind === 'function') {
        return [value.node];
    }
    // `this.handle.bind(this)`
    const isBound = argument?.type === 'CallExpression' && keyOf(argument.callee) === 'bind';
    return isBound ? handlersOf(argument.callee.object, { follower }) : [];
}

/** An object that says of itself that it is a message to the client. */
function isMessage(node, { follower }) {
    const type = node.properties.find((one) => one.type === 'ObjectProperty' && keyOf(one) === 'type');
    const value = type && !isFunction(type.value) && follower.evaluate(type.value, follower.context());
    return Boolean(value) && value.kind === 'known' && MESSAGE.test(value.value);
}

/** `<lightning:messageChannel onMessage="{!c.handle}">` */
function markupHandlers(project, bundle) {
    const tags = bundle.kind === 'aura' ? project.tags(bundle, 'lightning:messageChannel') : [];
    return tags
        .filter(({ attributes }) => CHANNEL.test(attributes.type) && attributes.onMessage)
        .flatMap(({ attributes, file, index, text }) => {
            const [, name] = /\{!\s*c\.(\w+)\s*\}/.exec(attributes.onMessage) ?? [];
            const controller = project.sources(bundle).find((one) => one.file.endsWith('Controller.js'));
            const fn = controller && name && methodOf(controller, name);
            const subscription = {
                kind: 'subscribe',
                node: { start: index },
                source: { file, text, bundle },
                argument: null
            };
            return fn
                ? [subscription, { kind: 'handler', node: fn, source: controller, argument: null }]
                : [subscription];
        });
}

function methodOf({ program }, name) {
    const properties = program.body.at(-1)?.expression?.properties ?? [];
    const found = properties.find((one) => one.key && keyOf(one) === name);
    return found && (isFunction(found) ? found : isFunction(found.value) ? found.value : null);
}
