/** Ways to send evidence: on a component that has none yet, and later. */
export const startMessages = {
  expected: {
    title: 'Expected of this component',
    required: 'required',
    wanted: 'wanted',
    none: 'Nothing is expected by the portal’s configuration. An SBOM is a good start.',
  },
  ci: {
    title: 'From your pipeline',
    lead: 'Copy this file: component and portal are filled in. Every build then sends its evidence and prints the verdict.',
    label: 'Kind of pipeline',
    github: 'GitHub Actions',
    gitlab: 'GitLab CI',
    shell: 'Any shell',
    file: 'Save as {{path}}',
    copy: 'pipeline file',
    grant:
      'SUPPLY_CHAIN_TOKEN is the one secret: whoever runs this portal grants it for this component.',
  },
  drop: {
    title: 'From your computer',
    lead: 'Recorded as uploaded by you, not by a pipeline. Rules may ask for more.',
    zone: 'Drop a file here, or',
    choose: 'Choose a file',
    anywhere: 'Drop the file to send it as evidence',
    formats:
      'SBOM (CycloneDX, SPDX), in-toto statement, Sigstore bundle, checksums, scan result. JSON, XML or text.',
    version: 'Version',
    versionHint: 'As you tag it, such as 2.4.1',
    submit: 'Send',
    sending: 'Sending {{file}}, {{size}}…',
    processing: 'Received. Reading {{file}}…',
    accepted: '{{file}} was accepted as {{kind}} of {{version}}.',
    known: '{{file}} was here already. The arrival was recorded.',
    refused: '{{file}} was refused',
    at: 'at {{place}}',
    line: 'line {{line}}',
    another: 'Send another file',
    cancel: 'Cancel',
    remove: 'Choose another file',
    denied:
      'You may not upload for this component. The pipeline way works without this permission.',
  },
  collect: {
    title: 'From the repository',
    lead: 'The portal reads files that lie beside catalog-info.yaml, and looks again when they change.',
    copy: 'annotation',
    file: 'Add to catalog-info.yaml',
    limit: 'Only the component’s own source location is read.',
  },
  send: 'Send evidence',
  sendTitle: 'Send evidence',
} as const;
