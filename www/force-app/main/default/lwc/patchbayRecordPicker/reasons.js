/** Why a record is in a list, in words. */
import labels from './labels';

const REASONS = {
    dialled: labels.reasonDialled,
    popped: labels.reasonPopped,
    visited: labels.reasonVisited,
    'handed-over': labels.reasonHandedOver,
    found: labels.reasonFound,
    related: labels.reasonRelated
};

/** Empty of a record that does not say why. */
export function reasonOf({ reason }) {
    return REASONS[reason] ?? '';
}
