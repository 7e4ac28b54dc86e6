// Stand-in for lightning/uiObjectInfoApi: no public implementation runs outside an org, so this one is built from its
// documentation. An object is described as the user may see it when it is asked for.
import { api } from 'host/org';
import { uiObjectInfoApi } from '../../../records/uiRecordApi.js';

export const { getObjectInfo } = uiObjectInfoApi(api);
