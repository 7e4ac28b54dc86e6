/* What queries may name: the objects of the local record store, those of Setup that Apex asks for, and those of the packages. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGES } from '../../scripts/packages.js';
import { path } from '../../scripts/paths.js';
import { SCHEMA } from '../../www/host/records/schema.js';

/** Of Setup, and what the store has no use for, as their object references have them; no more than is asked for. */
const SETUP = {
    ApexClass: { Name: [] },
    Lead: { IsConverted: [], ConvertedContactId: ['Contact'], ConvertedAccountId: ['Account'] },
    LeadStatus: { ApiName: [], IsConverted: [] },
    ObjectPermissions: { ParentId: ['PermissionSet'], PermissionsRead: [], SobjectType: [] },
    PermissionSet: { Name: [], ProfileId: ['Profile'], IsOwnedByProfile: [], PermissionsAuthorApex: [] },
    PermissionSetAssignment: { AssigneeId: ['User'], PermissionSetId: ['PermissionSet'] },
    Profile: { UserLicenseId: ['UserLicense'], PermissionsEditTask: [], PermissionsViewAllData: [] },
    RecordType: { SobjectType: [], IsPersonType: [], IsActive: [] },
    SetupEntityAccess: { ParentId: ['PermissionSet'], SetupEntityId: [] },
    TaskStatus: { ApiName: [], IsClosed: [], IsDefault: [], MasterLabel: [], SortOrder: [] },
    UserLicense: { LicenseDefinitionKey: [] }
};

/** What every object has. */
const SYSTEM = {
    Id: [],
    CreatedById: ['User'],
    CreatedDate: [],
    IsDeleted: [],
    LastModifiedById: ['User'],
    LastModifiedDate: [],
    SystemModstamp: []
};

/** Beside its own fields, by the end of an object's name. */
const OF_A_KIND = {
    __c: { ...SYSTEM, Name: [], OwnerId: ['User'], SetupOwnerId: [] },
    __mdt: {
        Id: [],
        DeveloperName: [],
        MasterLabel: [],
        Label: [],
        Language: [],
        QualifiedApiName: [],
        NamespacePrefix: []
    }
};

/** Objects by name, each with its fields by name; a field is what it looks up to, an empty list when it is no lookup. */
export async function schema(folders) {
    const store = Object.entries(SCHEMA).map(([name, { fields }]) => [
        name,
        Object.fromEntries(Object.values(fields).map((field) => [field.apiName, field.referenceTo ?? []]))
    ]);
    const setup = Object.entries(SETUP).map(([name, fields]) => [name, { ...SYSTEM, ...fields }]);
    const custom = await Promise.all(folders.map(customObjects));
    const objects = {};
    for (const [name, fields] of [...store, ...setup, ...custom.flat()]) {
        objects[name] = { ...objects[name], ...fields };
    }
    return lowered(objects);
}

/** The folders of the packages. */
export const PACKAGE_FOLDERS = PACKAGES.map(({ folder }) => path(folder));

async function customObjects(folder) {
    const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
    const found = files.map((file) =>
        /(?:^|\/)objects\/(\w+)\/(?:fields\/(\w+)\.field|\w+\.object)-meta\.xml$/.exec(file)
    );
    return Promise.all(
        found.filter(Boolean).map(async ({ input, 1: object, 2: field }) => {
            const meta = await readFile(join(folder, input), 'utf8');
            const referenceTo = Array.from(meta.matchAll(/<referenceTo>(\w+)<\/referenceTo>/g), ([, name]) => name);
            return [object, { ...OF_A_KIND[/__\w+$/.exec(object)?.[0]], ...(field && { [field]: referenceTo }) }];
        })
    );
}

function lowered(objects) {
    const lower = (entries, value) =>
        Object.fromEntries(Object.entries(entries).map(([name, one]) => [name.toLowerCase(), value(one)]));
    return lower(objects, (fields) => lower(fields, (referenceTo) => referenceTo.map((name) => name.toLowerCase())));
}
