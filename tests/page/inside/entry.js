/* What a namespace in the sandbox gives to the page. */
import { load } from 'c/patchbay';
import exercise from './exercise';

export default {
    exercise: () => exercise({ load }).then(JSON.stringify),
    load
};
