import { CLASSES, RELATED_TO } from '../../build/wasm/preflight.js';

/**
 * What files tell of an org. Nothing is judged here: what they do not tell is null. A retrieved profile or permission set lists
 * only what was retrieved with it, so what it does not list is not known either.
 */

const OWN_LABEL = /(?:^|__)Patchbay_/;
const PACKAGE = 'purecloud';
const CHANNEL = 'purecloud__ClientEvent';
const EXTENSION = /\bimplements\b[^{]*\bpurecloud\s*\.\s*CTIExtension\s*\./i;
const COMMENTS_AND_TEXTS = /\/\*[^]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'/g;

const isTrue = (text) => text === 'true';
const list = (value) => (Array.isArray(value) ? value : []);
const namesOf = (files) => (files.length > 0 ? files.map(({ name }) => name) : null);

/** @returns {import('../js/index.js').PreflightFacts} */
export function factsOf(files, relatedTo = []) {
    const of = (type) => files.filter((file) => file.type === type);
    const grants = [...of('permissionset'), ...of('profile')].map(({ content }) => content);
    return {
        permissionSets: namesOf(of('permissionset')),
        apexClasses: apexClasses(grants, of('cls')),
        tasks: tasks(grants),
        taskFields: taskFields(grants),
        taskTypes: values(of('standardValueSet'), 'TaskType', () => true),
        closedStatuses: values(of('standardValueSet'), 'TaskStatus', ({ closed }) => isTrue(closed)),
        relatedTo: Object.fromEntries(relatedTo.map((name) => [name, allowsActivities(name, of('object'))])),
        channel: channel(of('messageChannel'), of('installedPackage')),
        extensions: of('cls').length > 0 ? extensions(of('cls')) : null,
        lightningWebSecurity: webSecurity(of('settings')),
        languages: languages(of('translation')),
        events: null,
        storage: null
    };
}

function granting(grants, apexClass) {
    return grants.filter((one) =>
        list(one.classAccesses).some((access) => access.apexClass === apexClass && isTrue(access.enabled))
    );
}

function apexClasses(grants, classes) {
    const states = CLASSES.map((name) => {
        const isGranted = granting(grants, name).length > 0;
        const isToBeGranted = grants.length > 0 && classes.some((file) => file.name === name);
        return [name, isGranted || (isToBeGranted ? false : null)];
    });
    return Object.fromEntries(states);
}

/** Of those whose users save logs; of all, where nobody does. */
function ofAgents(grants) {
    const own = granting(grants, CLASSES[0]);
    return own.length > 0 ? own : grants;
}

function tasks(grants) {
    const held = ofAgents(grants).flatMap(({ userPermissions }) => list(userPermissions));
    const holds = (name) => held.some((one) => one.name === name && isTrue(one.enabled));
    const isAllowed = (holds('ActivitiesAccess') && holds('EditTask')) || null;
    return { read: isAllowed, create: isAllowed, edit: isAllowed };
}

/** A user holds what any of them grants. */
function taskFields(grants) {
    const fields = {};
    for (const { field, readable, editable } of ofAgents(grants).flatMap((one) => list(one.fieldPermissions))) {
        const [object, name] = String(field).split('.');
        if (object === 'Task' && name) {
            const before = Object.hasOwn(fields, name) ? fields[name] : { read: false, edit: false };
            const edit = before.edit || isTrue(editable);
            fields[name] = { read: before.read || isTrue(readable), create: edit, edit };
        }
    }
    return fields;
}

function values(sets, name, isWanted) {
    const set = sets.find((one) => one.name === name);
    const active = set && list(set.content.standardValue).filter(({ isActive }) => isActive !== 'false');
    return active?.filter(isWanted).map(({ fullName }) => fullName) ?? null;
}

function allowsActivities(name, objects) {
    const object = objects.find((one) => one.name === name)?.content;
    if (RELATED_TO.includes(name)) {
        return true;
    }
    return object?.enableActivities === undefined ? null : isTrue(object.enableActivities);
}

function channel(channels, packages) {
    if (channels.some(({ name }) => name === CHANNEL) || packages.some(({ name }) => name === PACKAGE)) {
        return true;
    }
    return packages.length > 0 ? false : null;
}

function extensions(classes) {
    const withoutTexts = (code) => code.replace(COMMENTS_AND_TEXTS, ' ');
    return classes.filter(({ content }) => EXTENSION.test(withoutTexts(content))).map(({ name }) => name);
}

function webSecurity([settings]) {
    const said = settings?.content.sessionSettings?.lockerServiceNext;
    return said === undefined ? null : isTrue(said);
}

function languages(translations) {
    const isOurs = ({ content }) => list(content.customLabels).some(({ name, label }) => OWN_LABEL.test(name) && label);
    return { used: namesOf(translations) ?? [], translated: namesOf(translations.filter(isOurs)) ?? [] };
}
