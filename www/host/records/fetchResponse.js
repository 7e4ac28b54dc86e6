// Errors as components get them: modelled on the Fetch API's Response, the body being what the API answered.
import { DataError, NetworkError } from './errors.js';
import { ApexError } from './apex/apexError.js';
import { SCHEMA } from './schema.js';

const STATUS_TEXT = { 400: 'Bad Request', 404: 'Not Found', 500: 'Server Error' };
/** Faults of the request; everything else is one of the record. */
const OF_THE_REQUEST = { NOT_FOUND: 404, ENTITY_IS_DELETED: 404, INVALID_TYPE: 400, MALFORMED_ID: 400 };

const response = (status, body) => ({
    body,
    errorType: 'fetchResponse',
    headers: {},
    ok: false,
    status,
    statusText: STATUS_TEXT[status]
});

/** The body of a read is a list. */
export function readError(error) {
    if (!(error instanceof DataError)) return otherError(error);
    return response(
        OF_THE_REQUEST[error.errorCode] ?? 400,
        error.errors.map(({ errorCode, message }) => ({ errorCode, message }))
    );
}

/** The body of a write tells faults of the record by field. */
export const writeError = (objectApiName) => (error) => {
    if (!(error instanceof DataError)) return otherError(error);
    const [{ errorCode, message, fields }] = error.errors;
    const status = fields.length === 0 ? OF_THE_REQUEST[errorCode] : undefined;
    if (status) return response(status, { errorCode, message, statusCode: status });
    const output = { errors: [], fieldErrors: {} };
    for (const fault of error.errors) {
        if (fault.fields.length === 0) output.errors.push(recordError(fault, null, null));
        for (const field of fault.fields) {
            const label = SCHEMA[objectApiName]?.fields[field]?.label ?? field;
            (output.fieldErrors[field] ??= []).push(recordError(fault, field, label));
        }
    }
    return response(400, {
        enhancedErrorType: 'RecordError',
        message: 'An error occurred while trying to update the record. Please try again.',
        output,
        statusCode: 400
    });
};

const recordError = ({ errorCode, message }, field, fieldLabel) => ({
    constituentField: null,
    duplicateRecordError: null,
    errorCode,
    field,
    fieldLabel,
    message
});

/** What Apex code threw itself, as an AuraHandledException, comes without a stack trace. */
export function apexError(error) {
    if (error instanceof NetworkError) return response(500, { message: error.message });
    const exceptionType = error instanceof DataError ? 'System.DmlException' : 'System.AuraHandledException';
    if (error instanceof DataError || error instanceof ApexError) {
        return response(500, { exceptionType, isUserDefinedException: false, message: error.message });
    }
    return otherError(error);
}

function otherError(error) {
    if (error instanceof NetworkError) return response(500, { error: error.message });
    throw error; // a fault of this console, not of what it plays
}
