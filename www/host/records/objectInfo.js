// An object's description as the User Interface API gives it, for what the user may see.
import { SCHEMA } from './schema.js';

export function objectInfo(apiName, access) {
    const { label, labelPlural, keyPrefix, custom, writable, nameFields, fields, icon } = SCHEMA[apiName];
    const visible = Object.values(fields).filter((field) => access.canRead(apiName, field.apiName));
    return {
        apiName,
        associateEntityType: null,
        associateParentEntity: null,
        childRelationships: [],
        createable: writable,
        custom,
        defaultRecordTypeId: null,
        deletable: writable,
        dependentFields: {},
        eTag: `${apiName}.${access.apiVersion}.${JSON.stringify(access)}`,
        feedEnabled: false,
        fields: Object.fromEntries(
            visible.map((field) => [
                field.apiName,
                fieldInfo(field, access.canEdit(apiName, field.apiName), nameFields.at(-1))
            ])
        ),
        keyPrefix,
        label,
        labelPlural,
        layoutable: true,
        mruEnabled: true,
        nameFields,
        queryable: true,
        recordTypeInfos: {},
        searchable: true,
        themeInfo: { color: '706E6B', iconUrl: `/img/icon/t4v35/${icon.replace(':', '/')}_120.png` },
        updateable: writable
    };
}

function fieldInfo(field, editable, nameField) {
    const { apiName, dataType, referenceTo = [], compoundFieldName = null } = field;
    return {
        apiName,
        calculated: false,
        compound: false,
        compoundComponentName: null,
        compoundFieldName,
        controllerName: null,
        controllingFields: [],
        createable: field.createable && editable,
        custom: field.custom,
        dataType,
        extraTypeInfo: null,
        filterable: dataType !== 'TextArea',
        filteredLookupInfo: null,
        highScaleNumber: false,
        htmlFormatted: false,
        inlineHelpText: null,
        label: field.label,
        length: field.length ?? 0,
        maskType: null,
        nameField: apiName === nameField,
        polymorphicForeignKey: referenceTo.length > 1,
        precision: field.precision ?? 0,
        reference: dataType === 'Reference',
        referenceTargetField: null,
        referenceToInfos: referenceTo.map((name) => ({ apiName: name, nameFields: SCHEMA[name].nameFields })),
        relationshipName: field.relationshipName ?? null,
        required: field.required,
        scale: field.scale ?? 0,
        searchPrefilterable: false,
        sortable: dataType !== 'TextArea',
        unique: field.unique ?? false,
        updateable: field.updateable && editable,
        xmlName: null
    };
}
