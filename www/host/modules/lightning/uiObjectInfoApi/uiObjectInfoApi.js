// Stand-in for lightning/uiObjectInfoApi: no public implementation runs outside an org, so this one is built from its
// documentation. It describes an object as the user may see it at the time of the request.
import { api } from 'host/org';
import { uiObjectInfoApi } from '../../../records/uiRecordApi.js';

export const { getObjectInfo, getObjectInfos } = uiObjectInfoApi(api);
