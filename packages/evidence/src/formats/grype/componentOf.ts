import { JsonObject, stringAt } from '../../json';
import { plainKey } from '../../model/componentKey';
import { ReportedFinding } from '../../model/Finding';
import { formatPurl, parsePurl } from '../../purl';

/** Names what Grype matched in our terms: canonical purl where it has one. @internal */
export function componentOf(
  artifact: JsonObject | undefined,
): ReportedFinding['component'] | undefined {
  const name = stringAt(artifact, 'name');
  if (!name) return undefined;
  const version = stringAt(artifact, 'version');
  const parsed = parsePurl(stringAt(artifact, 'purl') ?? '');
  const purl = parsed && formatPurl(parsed);
  const type = stringAt(artifact, 'type') ?? 'unknown';
  return {
    name,
    version,
    purl,
    key: purl ?? plainKey(type, name, version),
  };
}
