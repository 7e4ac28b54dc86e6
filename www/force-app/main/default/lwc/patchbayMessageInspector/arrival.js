/**
 * A message as it arrived: {time, message, json, reason}. It is read here, once: what comes from outside the sandbox is dear to
 * read. `json` is null where the message is not JSON, and `reason` why, where somebody said.
 */
export function toArrival(message) {
    const arrival = { time: new Date(), message };
    try {
        return { ...arrival, json: JSON.stringify(message, null, 4) ?? null, reason: '' };
    } catch (error) {
        return { ...arrival, json: null, reason: error?.message ?? '' };
    }
}
