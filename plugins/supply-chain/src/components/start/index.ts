export { DropZone } from './DropZone';
export { DropTarget } from './DropTarget';
export { NothingSent } from './NothingSent';
export { SendEvidenceButton } from './SendEvidenceButton';
