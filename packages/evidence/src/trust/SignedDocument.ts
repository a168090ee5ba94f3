import { X509Certificate } from '@sigstore/core';
import { CheckList } from '../verify/CheckList';
import { Verification } from '../verify/types';
import { VerifyOptions } from '../verify/verifySigned';

/** A signed document of any form, as assessing needs it. */
export interface SignedDocument {
  /** Absent where it is signed with a key. */
  certificate?: X509Certificate;
  /** What it calls its key; hints that nobody signed. */
  hints: string[];
  /** SHA-256 of the file that it signs, where it is over a file. */
  sha256?: string;
  /** Checks it in one way. */
  verify(options: VerifyOptions, list: CheckList): Verification;
}
