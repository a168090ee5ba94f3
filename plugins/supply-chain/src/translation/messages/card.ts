/** The overview card. */
export const cardMessages = {
  title: 'Supply chain',
  loading: 'Loading the supply-chain verdict',
  fixFirst: 'Fix first',
  open: 'Open supply chain',
  start: 'Send the first evidence',
  denied: 'You may not see the evidence of this component.',
  error: 'The verdict could not be loaded.',
} as const;
