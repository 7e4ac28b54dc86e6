/* Source as an org takes it: converted to the form of the Metadata API, without an org. */
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { API_VERSION } from './packages.js';

/** Converts the folders of packages into one folder, with its `package.xml`; resolves to what was converted. */
export async function convert(folders, outputDirectory) {
    const components = ComponentSet.fromSource(folders);
    components.sourceApiVersion = API_VERSION;
    await new MetadataConverter().convert(components, 'metadata', {
        type: 'directory',
        outputDirectory,
        genUniqueDir: false
    });
    return components;
}
