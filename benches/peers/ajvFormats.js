import { hasPrefix, isClean, isEncoded, isEncodedOnce, isText, isWhole } from './rules.js';

export const text = isText;
export const whole = isWhole;
export const clean = isClean;
export const cleanAttribute = isClean;
export const cleanNumber = { type: 'number', validate: (number) => Math.abs(number) < 1e12 || isClean(String(number)) };
export const encoded = isEncoded;
export const encodedOnce = isEncodedOnce;
export const withoutPrefix = (target) => !hasPrefix(target);
