import { unchecked } from './assessDocument';
import { LoadedTrustPolicy } from './readTrustPolicy';
import { LineFit, SignedAssessment } from './SignedAssessment';

const WORST: SignedAssessment['state'][] = ['failed', 'unchecked', 'verified'];

/** One assessment of a document with several envelopes: as good as the worst of them. */
export function combineParts(
  parts: SignedAssessment[],
  policy: LoadedTrustPolicy,
): SignedAssessment {
  if (parts.length === 1) return parts[0];
  const worst = WORST.flatMap(state =>
    parts.filter(part => part.state === state),
  )[0];
  if (!worst) return unchecked(policy, 'It has no envelope.');
  const { content, ...rest } = worst;
  return {
    ...rest,
    lines: policy.policy.lines.map((_, at) =>
      worstFit(parts.map(({ lines }) => lines[at])),
    ),
    parts,
  };
}

// What is asked of the receipt is the same of every part that has no trusted time
function worstFit(fits: LineFit[]): LineFit {
  return (
    fits.find(({ state }) => state === 'unmet') ??
    fits.find(fit => fit.state === 'met' && fit.receipt) ??
    fits[0]
  );
}
