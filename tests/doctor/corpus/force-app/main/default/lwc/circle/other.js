import { statusMessage } from './one';

export const TYPE = 'PureCloud.User.updateStatus';
export const again = () => statusMessage();
