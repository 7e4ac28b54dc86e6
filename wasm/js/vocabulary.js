export * from '../../build/wasm/vocabulary.js';
