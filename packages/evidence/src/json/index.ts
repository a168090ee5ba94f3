export * from './access';
export * from './limits';
export { locate } from './locate';
export * from './parseJson';
export { escapeToken } from './JsonPath';
