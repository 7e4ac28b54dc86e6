// Refusals by Salesforce, with its own status codes. One refusal can have several errors; each is
// `{ errorCode, message, fields }`.

export class DataError extends Error {
    constructor(errors) {
        super(errors.map(({ errorCode, message }) => `${errorCode}: ${message}`).join('; '));
        this.name = 'DataError';
        this.errors = errors;
    }

    static of(errorCode, message, fields = []) {
        return new DataError([{ errorCode, message, fields }]);
    }

    get errorCode() {
        return this.errors[0].errorCode;
    }
}

/** The request, or its answer, got lost on the way. */
export class NetworkError extends Error {
    constructor() {
        super('Disconnected or Canceled');
        this.name = 'NetworkError';
    }
}
