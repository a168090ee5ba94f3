/** Ends a script with one clear line and exit code 1. */
export class Failure extends Error {
  name = 'Failure';
}

/** Runs a script's body; a `Failure` is one line, anything else a stack. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}
