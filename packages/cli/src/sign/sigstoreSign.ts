/** The library that speaks with a Sigstore; it loads slowly, and few commands sign so. */
export function sigstoreSign(): typeof import('@sigstore/sign') {
  return require('@sigstore/sign');
}
