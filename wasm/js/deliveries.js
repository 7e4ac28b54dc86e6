/** Number of changes that are published in one turn. A function that changes the session after each change would never end. */
const MAX_IN_TURN = 100;

/**
 * Publishes changes in the order in which their calls began. A function of the page's that is called by the session may call it
 * again: that call is carried out at once, and its change is published after the one that it was called for.
 */
export function openDeliveries(publish) {
    const waiting = [];
    let running = 0;
    let isPublishing = false;
    let published = 0;

    function publishAll() {
        isPublishing = true;
        published = 0;
        try {
            while (waiting.length > 0) {
                const delivery = waiting.shift();
                published += 1;
                delivery.change = publish(delivery.change);
            }
        } finally {
            isPublishing = false;
        }
    }

    return {
        /** Whether so many changes were published in this turn that none is made any more. */
        get isFull() {
            return isPublishing && published + waiting.length > MAX_IN_TURN;
        },
        /** Runs `work`, publishes the change that it returns, and returns what `publish` made of it. */
        deliver(work) {
            const delivery = { change: null };
            waiting.push(delivery);
            running += 1;
            try {
                delivery.change = work();
            } catch (error) {
                waiting.splice(waiting.indexOf(delivery), 1);
                throw error;
            } finally {
                running -= 1;
            }
            if (running === 0 && !isPublishing) {
                publishAll();
            }
            return delivery.change;
        }
    };
}
