/** Every rule about the shape of source; what is a rule about a message is Rust's. */
import * as context from './context.js';
import * as idInApex from './idInApex.js';
import * as idInCode from './idInCode.js';
import * as notGlobal from './notGlobal.js';
import * as renderedCallback from './renderedCallback.js';
import * as saveLogNull from './saveLogNull.js';
import * as saveOnMessage from './saveOnMessage.js';
import * as stateByHand from './stateByHand.js';
import * as upsertKey from './upsertKey.js';
import * as userMode from './userMode.js';

const RULES = [
    renderedCallback,
    context,
    saveOnMessage,
    stateByHand,
    idInCode,
    saveLogNull,
    notGlobal,
    upsertKey,
    userMode,
    idInApex
];

/** About the JavaScript of a bundle. */
export const inJavaScript = (facts) => RULES.flatMap(({ check }) => check?.(facts) ?? []);

/** About extension points and the classes that they use. */
export const inApex = (facts) => RULES.flatMap(({ checkApex }) => checkApex?.(facts) ?? []);
