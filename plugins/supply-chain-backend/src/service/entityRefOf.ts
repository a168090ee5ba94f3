/** The entity that a path names; `EvidenceAccess` normalises and checks it. */
export function entityRefOf(params: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  return `${params.kind}:${params.namespace}/${params.name}`;
}
