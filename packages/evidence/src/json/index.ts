export * from './access';
export * from './limits';
export * from './parseJson';
export { escapeToken } from './JsonPath';
