import { TYPE } from './other';

export const BREAK = 'Break';
export const statusMessage = () => ({ type: TYPE, data: { id: BREAK } });
