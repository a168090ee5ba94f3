/**
 * The query with which the page of retention opens at the legal holds, for links to it
 * from pages and notifications.
 *
 * @public
 */
export const HOLDS_QUERY = 'retention.part=holds';
