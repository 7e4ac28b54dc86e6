/**
 * The configuration in code, for who installs from source and wants it there: what stands here comes before the records in Setup, option
 * by option. It ships empty. The options are those of docs/configuration.md.
 */
export default {};
