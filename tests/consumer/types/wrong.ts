// Every wrong use is marked; without the marks none of them may compile.
import { load } from 'patchbay';
import { load as loadSlim } from 'patchbay/slim';
import { fixtures, openTesting } from 'patchbay/testing';

const patchbay = await load();
// @ts-expect-error -- a transfer is no simple action
patchbay.updateState('blindTransfer', '1');
// @ts-expect-error -- one kind of target only, spelt as documented
patchbay.blindTransfer('1', { queue: 'Billing' });
// @ts-expect-error -- the flow of a secure session is missing
patchbay.secureSession('1', { userData: 'u' });
// @ts-expect-error -- attributes are texts, numbers and truth values
patchbay.addCustomAttributes('1', { nested: {} });
// @ts-expect-error -- a verdict may have no message
patchbay.validate(null).message.type;

const testing = await openTesting();
// @ts-expect-error -- a fixture is data, not its name
await testing.play('inboundCall');
// @ts-expect-error -- time is a number of milliseconds
await testing.passTime('1s');
// @ts-expect-error -- fixtures are shared, and read only
fixtures.inboundCall.title = 'Another';
// @ts-expect-error -- no such option
await openTesting({ clock: Date });
// @ts-expect-error -- there are no bytes inside
await loadSlim();
