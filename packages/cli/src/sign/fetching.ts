/** How long a service may take, and how often it is asked: 20 s for a log that waits for its next checkpoint. */
export const FETCHING = {
  timeout: 20_000,
  retry: { retries: 2, minTimeout: 500, factor: 3 },
};
