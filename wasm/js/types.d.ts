export * from '../../build/wasm/types.js';
