/** The line that releases are in unless the sender says otherwise. */
export const HEADLINE_LINE = 'main';
