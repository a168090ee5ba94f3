/** Evidence in TechDocs: the link to it, references, and what is true now. */
export const docsMessages = {
  open: 'Open in TechDocs',
  publishing: 'Publishing to TechDocs…',
  updating: 'newer evidence is being published',
  referenceLabel: 'Copy a Markdown reference to {{name}}',
  status: {
    label: 'Supply-chain status now',
    now: 'Now',
    loading: 'Asking for the status now',
    failed: 'What is true now could not be asked: {{reason}}',
    verified_one: '{{count, number}} document with a verified signature',
    verified_other: '{{count, number}} documents with a verified signature',
    broken_one: '{{count, number}} signature does not hold',
    broken_other: '{{count, number}} signatures do not hold',
    unverified: 'No signature is verified',
    newer: 'Newer evidence has arrived; these pages are being published again.',
    reload: 'These pages were published again since you opened them.',
    reloadButton: 'Reload',
    open: 'Open supply chain',
  },
} as const;
