/* Compiles TypeScript that is not in a file, as strictly as the files of this folder. */
import ts from 'typescript';
import { path } from '../../scripts/paths.js';

const FOLDER = path('tests/types');

/** What the compiler says of a text that stands in this folder: `line: message`. */
export function diagnose(text) {
    const { config } = ts.readConfigFile(`${FOLDER}/tsconfig.json`, ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, FOLDER);
    const name = `${FOLDER}/given.ts`;
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = (file) => file === name || fileExists(file);
    host.readFile = (file) => (file === name ? text : readFile(file));
    host.getSourceFile = (file, ...rest) =>
        file === name ? ts.createSourceFile(file, text, options.target) : getSourceFile.call(host, file, ...rest);
    const program = ts.createProgram([name], options, host);
    return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
        const line = file ? file.text.slice(0, start).split('\n').length : 0;
        const shown = file?.text.split('\n')[line - 1]?.trim().slice(0, 100);
        return `${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')} (${shown})`;
    });
}
