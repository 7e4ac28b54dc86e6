/** What sfdx-lwc-jest has no stub for: the utility bar, in a utility whose ID the test gives. */
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

export const EnclosingUtilityId = createTestWireAdapter(jest.fn());
export const updateUtility = jest.fn(async () => true);
export const open = jest.fn(async () => true);
