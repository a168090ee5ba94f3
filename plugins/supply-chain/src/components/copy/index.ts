export { CodeLine } from './CodeLine';
export { CopyButton } from './CopyButton';
export { useCopy } from './useCopy';
