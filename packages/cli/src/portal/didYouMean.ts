import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { CliError } from '../CliError';
import { closestRefs } from './closestRefs';
import { Portal } from './connect';
import { listEntityRefs } from './listEntityRefs';

/** `Did you mean …?` for an entity that is not there; nothing where nothing is close. */
export async function didYouMean(
  portal: Portal,
  entityRef: string,
): Promise<string | undefined> {
  const { kind } = parseEntityRef(entityRef);
  const refs = await listEntityRefs(portal, kind);
  if (!refs || refs.includes(entityRef)) return undefined;
  const closest = closestRefs(entityRef, refs);
  return closest.length > 0
    ? `Did you mean ${closest.join(' or ')}?`
    : undefined;
}

/** Adds it to the error of a question about an entity that was not found. */
export async function orDidYouMean<T>(
  portal: Portal,
  entityRef: string,
  question: () => Promise<T>,
): Promise<T> {
  try {
    return await question();
  } catch (error) {
    const { cause, message } = error as CliError;
    if (!ResponseError.is(cause) || cause.statusCode !== 404) throw error;
    const hint = await didYouMean(portal, entityRef);
    throw hint ? new CliError(`${message}. ${hint}`) : error;
  }
}
