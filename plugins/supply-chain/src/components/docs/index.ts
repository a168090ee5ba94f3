export { OpenInTechDocs } from './OpenInTechDocs';
export { markdownReference } from './markdownReference';
export { useDocsPath } from './useDocsPath';
