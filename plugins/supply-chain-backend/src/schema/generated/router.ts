// Generated from plugins/supply-chain-backend/src/schema/openapi.yaml by `yarn openapi`; do not edit.
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';

export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'supply-chain',
    version: '1',
    description:
      'Collects, judges and keeps supply-chain evidence of catalog entities.',
    license: {
      name: 'Apache-2.0',
      url: 'http://www.apache.org/licenses/LICENSE-2.0.html',
    },
  },
  servers: [
    {
      url: '/',
    },
  ],
  components: {
    securitySchemes: {
      JWT: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
      },
    },
    parameters: {
      kind: {
        name: 'kind',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
        },
      },
      namespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
        },
      },
      name: {
        name: 'name',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
        },
      },
      claimId: {
        name: 'claimId',
        in: 'path',
        required: true,
        description: 'Opaque claim id.',
        schema: {
          type: 'string',
        },
      },
      releaseId: {
        name: 'releaseId',
        in: 'path',
        required: true,
        description: 'Opaque release id.',
        schema: {
          type: 'string',
        },
      },
      evidenceId: {
        name: 'evidenceId',
        in: 'path',
        required: true,
        description: 'Opaque evidence id.',
        schema: {
          type: 'string',
        },
      },
      cursor: {
        name: 'cursor',
        in: 'query',
        required: false,
        allowReserved: true,
        description: 'The nextCursor of the page before.',
        schema: {
          type: 'string',
          minLength: 1,
        },
      },
      limit: {
        name: 'limit',
        in: 'query',
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 500,
        },
      },
      query: {
        name: 'query',
        in: 'query',
        required: false,
        allowReserved: true,
        description: 'Part of a name, case-insensitive.',
        schema: {
          type: 'string',
        },
      },
      order: {
        name: 'order',
        in: 'query',
        required: false,
        schema: {
          type: 'string',
          enum: ['asc', 'desc'],
        },
      },
    },
    responses: {
      Error: {
        description:
          'An error of @backstage/errors; `error.message` tells what to do next.',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Error',
            },
          },
        },
      },
    },
    schemas: {
      Error: {
        type: 'object',
        required: ['error', 'response'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: {
                type: 'string',
              },
              message: {
                type: 'string',
              },
              code: {
                type: 'string',
                description: 'The refusal code.',
              },
              pointer: {
                type: 'string',
              },
              line: {
                type: 'integer',
              },
              refusalId: {
                type: 'string',
              },
            },
            additionalProperties: true,
          },
          request: {
            type: 'object',
            additionalProperties: true,
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: {
              statusCode: {
                type: 'integer',
              },
            },
          },
        },
        additionalProperties: true,
      },
      EvidenceKind: {
        type: 'string',
        enum: [
          'sbom',
          'provenance',
          'vex',
          'scan',
          'checksums',
          'scorecard',
          'analysis',
          'vsa',
          'attestation',
          'signature',
          'other',
        ],
      },
      Channel: {
        type: 'string',
        enum: ['release', 'change'],
      },
      Severity: {
        type: 'string',
        enum: ['critical', 'high', 'medium', 'low', 'none', 'unknown'],
      },
      Verdict: {
        type: 'string',
        enum: ['passed', 'failed', 'incomplete', 'error'],
      },
      Mode: {
        type: 'string',
        enum: ['observe', 'enforce'],
      },
      PostureState: {
        type: 'string',
        description:
          "The word for an entity's newest release, as the pages show it.",
        enum: [
          'can-ship',
          'cannot-ship',
          'would-not-ship',
          'out-of-date',
          'not-known',
          'could-not-judge',
          'not-in-scope',
        ],
      },
      Principal: {
        type: 'object',
        required: ['type', 'ref'],
        properties: {
          type: {
            type: 'string',
            enum: ['user', 'pipeline', 'service'],
          },
          ref: {
            type: 'string',
            description: 'User entity ref or service subject.',
          },
          display: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      Defect: {
        type: 'object',
        required: ['code', 'message', 'level'],
        properties: {
          code: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
          pointer: {
            type: 'string',
          },
          line: {
            type: 'integer',
          },
          column: {
            type: 'integer',
          },
          level: {
            type: 'string',
            enum: ['error', 'warning'],
          },
        },
        additionalProperties: false,
      },
      EvidenceFacts: {
        type: 'object',
        description: 'Five independent facts.',
        required: ['recognised', 'valid', 'signature', 'bound', 'trust'],
        properties: {
          recognised: {
            type: 'object',
            required: ['state', 'format', 'mediaType', 'kind', 'detectedBy'],
            properties: {
              state: {
                type: 'string',
                enum: ['recognised', 'ambiguous', 'unknown'],
              },
              format: {
                type: 'string',
              },
              version: {
                type: 'string',
              },
              predicateType: {
                type: 'string',
              },
              mediaType: {
                type: 'string',
              },
              kind: {
                $ref: '#/components/schemas/EvidenceKind',
              },
              detectedBy: {
                type: 'string',
              },
            },
          },
          valid: {
            type: 'object',
            required: ['state', 'defects', 'defectCount'],
            properties: {
              state: {
                type: 'string',
                enum: ['valid', 'invalid', 'not-checked'],
              },
              schema: {
                type: 'string',
              },
              defects: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Defect',
                },
              },
              defectCount: {
                type: 'integer',
              },
            },
          },
          signature: {
            type: 'object',
            required: ['state'],
            properties: {
              state: {
                type: 'string',
                enum: ['none', 'unchecked', 'failed', 'verified'],
              },
              by: {
                type: 'string',
              },
              reason: {
                type: 'string',
              },
              checks: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/SignatureCheck',
                },
              },
              signer: {
                $ref: '#/components/schemas/Signer',
              },
              times: {
                type: 'array',
                items: {
                  type: 'string',
                  format: 'date-time',
                },
                description: 'Trusted times at which the signature existed.',
              },
              atReceipt: {
                type: 'object',
                description:
                  'What was found when it arrived; the state beside it is what is found now.',
                required: ['state', 'at', 'policyDigest'],
                properties: {
                  state: {
                    type: 'string',
                    enum: ['unchecked', 'failed', 'verified'],
                  },
                  at: {
                    type: 'string',
                    format: 'date-time',
                  },
                  policyDigest: {
                    type: 'string',
                  },
                },
              },
            },
          },
          bound: {
            type: 'object',
            required: ['state', 'outputs', 'reason'],
            properties: {
              state: {
                type: 'string',
                enum: ['bound', 'placed', 'neither'],
              },
              authority: {
                type: 'string',
                enum: ['attested', 'observed', 'declared'],
              },
              outputs: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              reason: {
                type: 'string',
              },
            },
          },
          trust: {
            type: 'object',
            required: ['state'],
            properties: {
              state: {
                type: 'string',
                enum: ['trusted', 'none'],
              },
              line: {
                type: 'string',
              },
              reason: {
                type: 'string',
              },
              revoked: {
                type: 'string',
                enum: ['retired', 'compromised'],
              },
            },
          },
        },
      },
      Evidence: {
        type: 'object',
        description: 'An artifact placed at a release and stream, as a kind.',
        required: [
          'id',
          'releaseId',
          'digest',
          'size',
          'kind',
          'stream',
          'facts',
          'receivedAt',
          'receivedFrom',
          'retainUntil',
          'current',
        ],
        properties: {
          id: {
            type: 'string',
          },
          releaseId: {
            type: 'string',
          },
          digest: {
            type: 'string',
            description: 'sha256:<hex>',
          },
          size: {
            type: 'integer',
            description: 'Bytes.',
          },
          kind: {
            $ref: '#/components/schemas/EvidenceKind',
          },
          stream: {
            type: 'string',
          },
          signs: {
            type: 'object',
            description:
              'Of a detached signature: the file that it is over. Its facts tell whether that holds.',
            required: ['digest'],
            properties: {
              digest: {
                type: 'string',
                description: 'sha256:<hex>',
              },
              evidenceId: {
                type: 'string',
                description: 'That file, where it is evidence of this release.',
              },
            },
          },
          fileName: {
            type: 'string',
          },
          facts: {
            $ref: '#/components/schemas/EvidenceFacts',
          },
          generator: {
            type: 'object',
            required: ['name'],
            properties: {
              name: {
                type: 'string',
              },
              version: {
                type: 'string',
              },
            },
          },
          componentCount: {
            type: 'integer',
          },
          findingCount: {
            type: 'integer',
          },
          entryCount: {
            type: 'integer',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
            description: 'As the document claims.',
          },
          receivedAt: {
            type: 'string',
            format: 'date-time',
          },
          receivedFrom: {
            $ref: '#/components/schemas/Principal',
          },
          receipts: {
            type: 'integer',
          },
          retainUntil: {
            type: 'string',
            format: 'date-time',
          },
          kept: {
            $ref: '#/components/schemas/Kept',
          },
          integrity: {
            $ref: '#/components/schemas/Integrity',
          },
          current: {
            type: 'boolean',
          },
          supersededBy: {
            type: 'string',
          },
          withdrawn: {
            type: 'object',
            required: ['at', 'by', 'reason'],
            properties: {
              at: {
                type: 'string',
                format: 'date-time',
              },
              by: {
                type: 'string',
              },
              reason: {
                type: 'string',
              },
            },
          },
        },
        additionalProperties: false,
      },
      SignatureCheck: {
        type: 'object',
        required: ['check', 'state'],
        properties: {
          check: {
            type: 'string',
            enum: [
              'format',
              'time',
              'signer',
              'sct',
              'log',
              'signature',
              'payload',
              'subject',
              'identity',
            ],
          },
          state: {
            type: 'string',
            enum: ['passed', 'failed', 'absent', 'not-made'],
          },
          reason: {
            type: 'string',
          },
          remedy: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      Signer: {
        type: 'object',
        description:
          'Who signed; `identity`, `issuer` and `claims` of a certificate, `keyId` of a key.',
        required: ['type'],
        properties: {
          type: {
            type: 'string',
            enum: ['key', 'certificate'],
          },
          keyId: {
            type: 'string',
          },
          identity: {
            type: 'string',
          },
          issuer: {
            type: 'string',
          },
          claims: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
          },
        },
        additionalProperties: false,
      },
      Output: {
        type: 'object',
        required: ['name', 'digest', 'authority'],
        properties: {
          name: {
            type: 'string',
          },
          digest: {
            type: 'string',
            description: '<algorithm>:<hex>',
          },
          authority: {
            type: 'string',
            enum: ['attested', 'observed', 'declared'],
          },
          level: {
            type: 'integer',
            minimum: 0,
            maximum: 3,
            description: 'SLSA build level.',
          },
          because: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'What the level rests on.',
          },
          next: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'What the next level needs.',
          },
          evidenceId: {
            type: 'string',
            description: 'What gives it this level.',
          },
        },
        additionalProperties: false,
      },
      ReleaseTrust: {
        type: 'object',
        description: 'How the evidence of a release hangs together.',
        required: ['outputs', 'buildLevel', 'sealConflicts', 'adoption'],
        properties: {
          outputs: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Output',
            },
          },
          buildLevel: {
            type: 'integer',
            minimum: 0,
            maximum: 3,
          },
          sealedBy: {
            type: 'string',
            description: 'Evidence id.',
          },
          sealConflicts: {
            type: 'array',
            items: {
              type: 'object',
              required: ['evidence', 'name', 'digest'],
              properties: {
                evidence: {
                  type: 'string',
                },
                name: {
                  type: 'string',
                },
                digest: {
                  type: 'string',
                },
              },
            },
          },
          adoption: {
            type: 'object',
            required: ['reached'],
            properties: {
              reached: {
                type: 'string',
                enum: ['digests-only', 'signed', 'keyless'],
              },
              expected: {
                type: 'string',
                enum: ['digests-only', 'signed', 'keyless'],
              },
              from: {
                type: 'string',
                format: 'date-time',
              },
            },
          },
          held: {
            $ref: '#/components/schemas/HeldTrust',
          },
        },
        additionalProperties: false,
      },
      HeldTrust: {
        type: 'object',
        description:
          'Nothing of the entity is trusted until a person confirms what changed.',
        required: ['since', 'reason'],
        properties: {
          since: {
            type: 'string',
            format: 'date-time',
          },
          reason: {
            type: 'string',
          },
          before: {
            type: 'string',
            description: 'Source location confirmed last.',
          },
          now: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      TrustLine: {
        type: 'object',
        required: [
          'id',
          'signer',
          'require',
          'predicateTypes',
          'entities',
          'dependents',
        ],
        properties: {
          id: {
            type: 'string',
          },
          signer: {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
                enum: ['key', 'certificate'],
              },
              keys: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              root: {
                type: 'string',
              },
              issuer: {
                type: 'string',
              },
              identity: {
                type: 'string',
              },
              source: {
                type: 'object',
                required: ['repositoryId', 'refs', 'triggers'],
                properties: {
                  repositoryId: {
                    type: 'string',
                  },
                  refs: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                  },
                  triggers: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                  },
                },
              },
            },
          },
          require: {
            type: 'object',
            required: ['log', 'sct', 'time'],
            properties: {
              log: {
                type: 'integer',
              },
              sct: {
                type: 'integer',
              },
              time: {
                type: 'integer',
              },
            },
          },
          from: {
            type: 'string',
            format: 'date-time',
          },
          until: {
            type: 'string',
            format: 'date-time',
          },
          predicateTypes: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          entities: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          origins: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          build: {
            type: 'object',
            required: [
              'level',
              'builders',
              'buildTypes',
              'source',
              'externalParameters',
            ],
            properties: {
              level: {
                type: 'integer',
                minimum: 1,
                maximum: 3,
              },
              builders: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              buildTypes: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              source: {
                type: 'object',
                required: ['repositories', 'refs'],
                properties: {
                  repositories: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                  },
                  refs: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                  },
                },
              },
              externalParameters: {
                type: 'object',
                additionalProperties: {
                  type: 'array',
                  items: {
                    type: 'string',
                  },
                },
              },
            },
          },
          revoked: {
            type: 'object',
            required: ['reason', 'since'],
            properties: {
              reason: {
                type: 'string',
                enum: ['retired', 'compromised'],
              },
              since: {
                type: 'string',
                format: 'date-time',
              },
            },
          },
          dependents: {
            type: 'integer',
            description:
              'Evidence that the caller may read and that relies on the line now.',
          },
        },
        additionalProperties: false,
      },
      TrustPolicyView: {
        type: 'object',
        required: [
          'digest',
          'since',
          'roots',
          'keys',
          'lines',
          'adoption',
          'history',
        ],
        properties: {
          digest: {
            type: 'string',
            description: 'sha256:<hex>',
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
          roots: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'digest', 'logs', 'authorities'],
              properties: {
                name: {
                  type: 'string',
                },
                digest: {
                  type: 'string',
                },
                logs: {
                  type: 'integer',
                },
                authorities: {
                  type: 'integer',
                },
                refreshedAt: {
                  type: 'string',
                  format: 'date-time',
                  description: 'When its repository was last reached.',
                },
                repository: {
                  type: 'object',
                  description: 'The TUF repository that it is kept fresh from.',
                  required: ['mirror', 'initialRoot'],
                  properties: {
                    mirror: {
                      type: 'string',
                    },
                    initialRoot: {
                      type: 'string',
                      description:
                        'sha256:<hex> of the root.json that it is first trusted by; packaged for the one in the package of Sigstore.',
                    },
                    versions: {
                      type: 'object',
                      description:
                        'Of the metadata that the root in use came with; absent until it was reached once.',
                      required: ['root', 'timestamp', 'snapshot', 'targets'],
                      properties: {
                        root: {
                          type: 'integer',
                        },
                        timestamp: {
                          type: 'integer',
                        },
                        snapshot: {
                          type: 'integer',
                        },
                        targets: {
                          type: 'integer',
                        },
                      },
                    },
                    since: {
                      type: 'string',
                      format: 'date-time',
                      description: 'Since when that root is the last one.',
                    },
                  },
                },
              },
            },
          },
          keys: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'keyId', 'algorithm'],
              properties: {
                name: {
                  type: 'string',
                },
                keyId: {
                  type: 'string',
                },
                algorithm: {
                  type: 'string',
                },
              },
            },
          },
          lines: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/TrustLine',
            },
          },
          adoption: {
            type: 'array',
            items: {
              type: 'object',
              required: ['entities', 'state', 'from'],
              properties: {
                entities: {
                  type: 'array',
                  items: {
                    type: 'string',
                  },
                },
                state: {
                  type: 'string',
                  enum: ['digests-only', 'signed', 'keyless'],
                },
                from: {
                  type: 'string',
                  format: 'date-time',
                },
              },
            },
          },
          history: {
            type: 'array',
            description: 'Every policy that applied, newest first.',
            items: {
              type: 'object',
              required: ['digest', 'since', 'added', 'removed', 'changed'],
              properties: {
                digest: {
                  type: 'string',
                },
                since: {
                  type: 'string',
                  format: 'date-time',
                },
                added: {
                  type: 'array',
                  items: {
                    type: 'string',
                  },
                },
                removed: {
                  type: 'array',
                  items: {
                    type: 'string',
                  },
                },
                changed: {
                  type: 'array',
                  items: {
                    type: 'string',
                  },
                },
              },
            },
          },
        },
        additionalProperties: false,
      },
      TrustTest: {
        type: 'object',
        description:
          'Whether a document would be trusted, and by which line. Nothing is kept.',
        required: ['state', 'checks', 'times', 'lines'],
        properties: {
          state: {
            type: 'string',
            enum: ['verified', 'failed', 'unchecked', 'unsigned'],
          },
          reason: {
            type: 'string',
          },
          checks: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/SignatureCheck',
            },
          },
          signer: {
            $ref: '#/components/schemas/Signer',
          },
          claimed: {
            $ref: '#/components/schemas/Signer',
          },
          times: {
            type: 'array',
            items: {
              type: 'string',
              format: 'date-time',
            },
          },
          predicateType: {
            type: 'string',
          },
          subjects: {
            type: 'array',
            items: {
              type: 'object',
              required: ['digests'],
              properties: {
                name: {
                  type: 'string',
                },
                digests: {
                  type: 'object',
                  additionalProperties: {
                    type: 'string',
                  },
                },
              },
            },
          },
          line: {
            type: 'string',
            description: 'The line that would apply.',
          },
          lines: {
            type: 'array',
            items: {
              type: 'object',
              required: ['line', 'state'],
              properties: {
                line: {
                  type: 'string',
                },
                state: {
                  type: 'string',
                  enum: ['met', 'unmet'],
                },
                part: {
                  type: 'string',
                  enum: [
                    'signer',
                    'material',
                    'period',
                    'content',
                    'source',
                    'revoked',
                    'entity',
                  ],
                },
                reason: {
                  type: 'string',
                },
                remedy: {
                  type: 'string',
                },
              },
            },
          },
        },
        additionalProperties: false,
      },
      TrustDependentPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'entityRef',
                'releaseId',
                'version',
                'channel',
                'evidenceId',
                'kind',
                'state',
              ],
              properties: {
                entityRef: {
                  type: 'string',
                },
                releaseId: {
                  type: 'string',
                },
                version: {
                  type: 'string',
                },
                channel: {
                  $ref: '#/components/schemas/Channel',
                },
                evidenceId: {
                  type: 'string',
                },
                kind: {
                  $ref: '#/components/schemas/EvidenceKind',
                },
                fileName: {
                  type: 'string',
                },
                signedBy: {
                  type: 'string',
                },
                signedAt: {
                  type: 'string',
                  format: 'date-time',
                },
                state: {
                  type: 'string',
                  enum: ['trusted', 'revoked'],
                },
              },
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      Release: {
        type: 'object',
        required: [
          'id',
          'entityRef',
          'version',
          'channel',
          'line',
          'madeAt',
          'newest',
        ],
        properties: {
          id: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          channel: {
            $ref: '#/components/schemas/Channel',
          },
          line: {
            type: 'string',
          },
          madeAt: {
            type: 'string',
            format: 'date-time',
          },
          newest: {
            type: 'boolean',
            description:
              'The headline of the entity: the newest of line main, or of all lines where main has none.',
          },
          decision: {
            $ref: '#/components/schemas/DecisionSummary',
          },
        },
        additionalProperties: false,
      },
      DecisionSummary: {
        type: 'object',
        required: [
          'id',
          'verdict',
          'mode',
          'collection',
          'policyDigest',
          'judgedAt',
          'counts',
        ],
        properties: {
          id: {
            type: 'string',
          },
          verdict: {
            $ref: '#/components/schemas/Verdict',
          },
          mode: {
            $ref: '#/components/schemas/Mode',
          },
          enforcedFrom: {
            type: 'string',
            format: 'date-time',
          },
          collection: {
            type: 'string',
          },
          policyDigest: {
            type: 'string',
          },
          judgedAt: {
            type: 'string',
            format: 'date-time',
          },
          counts: {
            type: 'object',
            required: [
              'total',
              'passed',
              'violations',
              'warnings',
              'notJudged',
              'newViolations',
            ],
            properties: {
              total: {
                type: 'integer',
              },
              passed: {
                type: 'integer',
              },
              violations: {
                type: 'integer',
              },
              warnings: {
                type: 'integer',
              },
              notJudged: {
                type: 'integer',
              },
              newViolations: {
                type: 'integer',
                description:
                  'Violations that the release it is compared with did not have.',
              },
            },
          },
          error: {
            type: 'object',
            required: ['code', 'message'],
            properties: {
              code: {
                type: 'string',
              },
              message: {
                type: 'string',
              },
            },
          },
        },
        additionalProperties: false,
      },
      RuleHit: {
        type: 'object',
        required: ['message', 'solution'],
        properties: {
          message: {
            type: 'string',
          },
          solution: {
            type: 'string',
          },
          command: {
            type: 'string',
          },
          evidenceId: {
            type: 'string',
          },
          place: {
            type: 'string',
          },
          component: {
            type: 'string',
          },
          finding: {
            type: 'string',
          },
          path: {
            type: 'array',
            description: 'Names from the root to the component, shortest path.',
            items: {
              type: 'string',
            },
          },
          isNew: {
            type: 'boolean',
          },
        },
        additionalProperties: false,
      },
      RuleResult: {
        type: 'object',
        required: [
          'code',
          'title',
          'description',
          'severity',
          'collections',
          'controls',
          'level',
          'status',
          'hits',
          'hitCount',
          'willFail',
          'isNew',
        ],
        properties: {
          code: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          severity: {
            $ref: '#/components/schemas/Severity',
          },
          effectiveOn: {
            type: 'string',
          },
          collections: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          controls: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          level: {
            type: 'string',
            enum: ['deny', 'warn'],
          },
          status: {
            type: 'string',
            enum: ['passed', 'violation', 'warning', 'not-judged'],
          },
          reason: {
            type: 'string',
          },
          hits: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RuleHit',
            },
          },
          hitCount: {
            type: 'integer',
          },
          willFail: {
            type: 'boolean',
          },
          isNew: {
            type: 'boolean',
          },
        },
        additionalProperties: false,
      },
      Decision: {
        type: 'object',
        required: ['summary', 'rules', 'inputs'],
        properties: {
          summary: {
            $ref: '#/components/schemas/DecisionSummary',
          },
          rules: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RuleResult',
            },
          },
          inputs: {
            type: 'array',
            items: {
              type: 'object',
              required: ['evidenceId', 'digest'],
              properties: {
                evidenceId: {
                  type: 'string',
                },
                digest: {
                  type: 'string',
                },
              },
            },
          },
          comparedWith: {
            $ref: '#/components/schemas/Release',
          },
        },
        additionalProperties: false,
      },
      Fix: {
        type: 'object',
        required: ['code', 'title', 'message', 'solution', 'severity', 'isNew'],
        properties: {
          code: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
          solution: {
            type: 'string',
          },
          command: {
            type: 'string',
          },
          severity: {
            $ref: '#/components/schemas/Severity',
          },
          component: {
            type: 'string',
          },
          path: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          evidenceId: {
            type: 'string',
          },
          place: {
            type: 'string',
          },
          isNew: {
            type: 'boolean',
          },
          hitCount: {
            type: 'integer',
          },
        },
        additionalProperties: false,
      },
      Expectation: {
        type: 'object',
        required: ['kind', 'level', 'state'],
        properties: {
          kind: {
            $ref: '#/components/schemas/EvidenceKind',
          },
          level: {
            type: 'string',
            enum: ['required', 'wanted', 'unexpected'],
          },
          state: {
            type: 'string',
            enum: ['ok', 'unverified', 'stale', 'missing', 'not-expected'],
          },
          evidenceId: {
            type: 'string',
          },
          detail: {
            type: 'string',
            description: 'Short machine words such as 1658 components.',
          },
          since: {
            type: 'object',
            description: 'Missing since this release or time.',
            required: ['at'],
            properties: {
              version: {
                type: 'string',
              },
              at: {
                type: 'string',
                format: 'date-time',
              },
            },
          },
        },
        additionalProperties: false,
      },
      ChangeCounts: {
        type: 'object',
        required: [
          'base',
          'added',
          'removed',
          'updated',
          'newFindings',
          'goneFindings',
        ],
        properties: {
          base: {
            $ref: '#/components/schemas/Release',
          },
          added: {
            type: 'integer',
          },
          removed: {
            type: 'integer',
          },
          updated: {
            type: 'integer',
          },
          newFindings: {
            type: 'integer',
          },
          goneFindings: {
            type: 'integer',
          },
        },
        additionalProperties: false,
      },
      Posture: {
        type: 'object',
        description: "What the entity tab's fold and the card show.",
        required: [
          'entityRef',
          'state',
          'judging',
          'fixFirst',
          'upcoming',
          'expected',
          'outputs',
          'counts',
        ],
        properties: {
          entityRef: {
            type: 'string',
          },
          signalId: {
            type: 'string',
            description:
              'Opaque; signals of this channel that carry it are about this entity. Absent while nothing is known of the entity.',
          },
          title: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          system: {
            type: 'string',
          },
          state: {
            $ref: '#/components/schemas/PostureState',
          },
          stateSince: {
            type: 'string',
            format: 'date-time',
          },
          release: {
            $ref: '#/components/schemas/Release',
          },
          decision: {
            $ref: '#/components/schemas/DecisionSummary',
          },
          judging: {
            type: 'boolean',
            description: 'A judgement is on its way.',
          },
          fixFirst: {
            type: 'array',
            maxItems: 3,
            items: {
              $ref: '#/components/schemas/Fix',
            },
          },
          upcoming: {
            type: 'array',
            items: {
              type: 'object',
              required: ['effectiveOn', 'rules'],
              properties: {
                effectiveOn: {
                  type: 'string',
                },
                rules: {
                  type: 'array',
                  items: {
                    type: 'string',
                  },
                },
              },
            },
          },
          expected: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Expectation',
            },
          },
          outputs: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Output',
            },
          },
          mirror: {
            $ref: '#/components/schemas/MirrorState',
          },
          trust: {
            $ref: '#/components/schemas/ReleaseTrust',
          },
          changes: {
            $ref: '#/components/schemas/ChangeCounts',
          },
          retainedUntil: {
            type: 'string',
            format: 'date-time',
          },
          holds: {
            type: 'array',
            description:
              'Legal holds that cover the release; absent without one.',
            items: {
              $ref: '#/components/schemas/PlacedHold',
            },
          },
          counts: {
            type: 'object',
            required: ['components', 'findings', 'evidence', 'provenance'],
            properties: {
              components: {
                type: 'integer',
              },
              findings: {
                type: 'integer',
              },
              evidence: {
                type: 'integer',
              },
              provenance: {
                type: 'integer',
              },
            },
          },
          proof: {
            type: 'object',
            description: 'What proves a pass.',
            properties: {
              sbomDigest: {
                type: 'string',
              },
              signer: {
                type: 'string',
              },
              sourceUri: {
                type: 'string',
              },
              sourceCommit: {
                type: 'string',
              },
              builderId: {
                type: 'string',
              },
            },
          },
          outOfDate: {
            type: 'object',
            required: ['version'],
            properties: {
              version: {
                type: 'string',
              },
              at: {
                type: 'string',
                format: 'date-time',
              },
            },
          },
        },
        additionalProperties: false,
      },
      MirrorState: {
        type: 'object',
        description:
          'The evidence as pages in TechDocs. Absent where no mirror is installed or nothing was sent for a release.',
        required: ['companionRef', 'state'],
        properties: {
          companionRef: {
            type: 'string',
            description: 'The catalog entity whose docs they are.',
          },
          state: {
            type: 'string',
            enum: ['publishing', 'published'],
            description: 'published: the pages show what is known now.',
          },
          publishedAt: {
            type: 'string',
            format: 'date-time',
            description:
              'When the pages that can be opened last changed; absent while there are none.',
          },
        },
        additionalProperties: false,
      },
      MirrorCompanion: {
        type: 'object',
        description: 'What the catalog shows for the evidence of an entity.',
        required: ['entityRef', 'companionRef'],
        properties: {
          entityRef: {
            type: 'string',
          },
          companionRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          system: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      MirrorCompanionPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/MirrorCompanion',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      MirrorReceipt: {
        type: 'object',
        description: 'One arrival of a piece of evidence.',
        required: ['evidenceId', 'at', 'from'],
        properties: {
          evidenceId: {
            type: 'string',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          from: {
            $ref: '#/components/schemas/Principal',
          },
          source: {
            type: 'string',
          },
          fileName: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      MirrorPromise: {
        type: 'object',
        description: 'Until when a piece of evidence is kept.',
        required: ['evidenceId', 'until', 'holds'],
        properties: {
          evidenceId: {
            type: 'string',
          },
          until: {
            type: 'string',
            format: 'date-time',
          },
          open: {
            type: 'boolean',
            description:
              'A promise counts from an event that has not come, so it is kept for longer.',
          },
          rule: {
            type: 'string',
            description: 'The rule that says so',
            'in words.': null,
          },
          holds: {
            type: 'array',
            description: 'What keeps it beyond that time.',
            items: {
              type: 'object',
              required: ['reason'],
              properties: {
                reason: {
                  type: 'string',
                },
                reference: {
                  type: 'string',
                },
                since: {
                  type: 'string',
                  format: 'date-time',
                },
                reviewAt: {
                  type: 'string',
                  format: 'date-time',
                },
              },
            },
          },
        },
        additionalProperties: false,
      },
      MirrorTombstone: {
        type: 'object',
        description: 'Evidence that was deleted.',
        required: ['digest', 'deletedAt'],
        properties: {
          digest: {
            type: 'string',
          },
          deletedAt: {
            type: 'string',
            format: 'date-time',
          },
          kind: {
            $ref: '#/components/schemas/EvidenceKind',
          },
          release: {
            type: 'string',
          },
          rule: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      MirrorFacts: {
        type: 'object',
        description: "Everything that the pages of an entity's evidence show.",
        required: [
          'posture',
          'components',
          'findings',
          'provenance',
          'releases',
          'receipts',
          'promises',
          'tombstones',
        ],
        properties: {
          posture: {
            $ref: '#/components/schemas/Posture',
          },
          decision: {
            $ref: '#/components/schemas/Decision',
          },
          components: {
            $ref: '#/components/schemas/ComponentPage',
          },
          findings: {
            $ref: '#/components/schemas/FindingPage',
          },
          provenance: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Provenance',
            },
          },
          releases: {
            type: 'array',
            description: 'Every release of channel `release`, newest first.',
            items: {
              type: 'object',
              required: ['release', 'evidence'],
              properties: {
                release: {
                  $ref: '#/components/schemas/Release',
                },
                evidence: {
                  type: 'array',
                  items: {
                    $ref: '#/components/schemas/Evidence',
                  },
                },
              },
            },
          },
          receipts: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/MirrorReceipt',
            },
          },
          promises: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/MirrorPromise',
            },
          },
          tombstones: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/MirrorTombstone',
            },
          },
        },
        additionalProperties: false,
      },
      MirrorClaim: {
        type: 'object',
        description: 'The right to publish one site.',
        required: ['id', 'entityRef', 'companionRef', 'endsAt', 'interrupted'],
        properties: {
          id: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          companionRef: {
            type: 'string',
          },
          endsAt: {
            type: 'string',
            format: 'date-time',
            description: 'Past it another publisher may take over.',
          },
          interrupted: {
            type: 'boolean',
            description:
              'A publisher before began and did not end: what is there may be half of a site.',
          },
          etag: {
            type: 'string',
            description: 'Of the pages that are there.',
          },
          facts: {
            $ref: '#/components/schemas/MirrorFacts',
          },
        },
        additionalProperties: false,
      },
      Component: {
        type: 'object',
        required: ['key', 'name', 'relation', 'streams'],
        properties: {
          key: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          purl: {
            type: 'string',
          },
          type: {
            type: 'string',
          },
          licence: {
            type: 'string',
          },
          relation: {
            type: 'string',
            enum: ['direct', 'transitive', 'unknown'],
          },
          streams: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          findings: {
            type: 'integer',
          },
        },
        additionalProperties: false,
      },
      ComponentPage: {
        type: 'object',
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Component',
            },
          },
          totalItems: {
            type: 'integer',
          },
          nextCursor: {
            type: 'string',
          },
          licences: {
            type: 'array',
            description:
              'The most used expressions of the release, for the filter.',
            items: {
              type: 'object',
              required: ['expression', 'count'],
              properties: {
                expression: {
                  type: 'string',
                },
                count: {
                  type: 'integer',
                },
              },
            },
          },
        },
      },
      FindingSource: {
        type: 'object',
        required: ['evidenceId', 'tool', 'severity', 'status', 'reportedAt'],
        properties: {
          evidenceId: {
            type: 'string',
          },
          tool: {
            type: 'string',
          },
          toolVersion: {
            type: 'string',
          },
          severity: {
            $ref: '#/components/schemas/Severity',
          },
          score: {
            type: 'number',
          },
          status: {
            type: 'string',
          },
          statusAsSaid: {
            type: 'string',
          },
          pointer: {
            type: 'string',
          },
          reportedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Finding: {
        type: 'object',
        required: [
          'id',
          'vulnerability',
          'aliases',
          'severity',
          'component',
          'fixedIn',
          'status',
          'knownExploited',
          'sources',
          'firstSeenAt',
          'isNew',
        ],
        properties: {
          id: {
            type: 'string',
          },
          vulnerability: {
            type: 'string',
          },
          aliases: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          severity: {
            $ref: '#/components/schemas/Severity',
          },
          score: {
            type: 'number',
          },
          epss: {
            type: 'number',
          },
          description: {
            type: 'string',
          },
          url: {
            type: 'string',
          },
          component: {
            type: 'object',
            required: ['key', 'name'],
            properties: {
              key: {
                type: 'string',
              },
              name: {
                type: 'string',
              },
              version: {
                type: 'string',
              },
              purl: {
                type: 'string',
              },
            },
          },
          fixedIn: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          status: {
            type: 'string',
            enum: [
              'open',
              'affected',
              'not_affected',
              'fixed',
              'under_investigation',
            ],
          },
          knownExploited: {
            type: 'boolean',
          },
          sources: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/FindingSource',
            },
          },
          firstSeenAt: {
            type: 'string',
            format: 'date-time',
          },
          isNew: {
            type: 'boolean',
          },
        },
        additionalProperties: false,
      },
      FindingPage: {
        type: 'object',
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Finding',
            },
          },
          totalItems: {
            type: 'integer',
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      Provenance: {
        type: 'object',
        required: [
          'evidenceId',
          'predicateType',
          'outputs',
          'materials',
          'declaredOnly',
          'facts',
        ],
        properties: {
          evidenceId: {
            type: 'string',
          },
          predicateType: {
            type: 'string',
          },
          buildType: {
            type: 'string',
          },
          builderId: {
            type: 'string',
          },
          invocationId: {
            type: 'string',
          },
          startedOn: {
            type: 'string',
          },
          finishedOn: {
            type: 'string',
          },
          source: {
            type: 'object',
            required: ['uri'],
            properties: {
              uri: {
                type: 'string',
              },
              commit: {
                type: 'string',
              },
              ref: {
                type: 'string',
              },
            },
          },
          outputs: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'digests', 'matches'],
              properties: {
                name: {
                  type: 'string',
                },
                digests: {
                  type: 'object',
                  additionalProperties: {
                    type: 'string',
                  },
                },
                matches: {
                  type: 'string',
                  enum: ['declared', 'observed', 'attested', 'none'],
                  description:
                    'The authority of the release output it equals by full digest.',
                },
              },
            },
          },
          materials: {
            type: 'array',
            items: {
              type: 'object',
              required: ['digests'],
              properties: {
                name: {
                  type: 'string',
                },
                uri: {
                  type: 'string',
                },
                digests: {
                  type: 'object',
                  additionalProperties: {
                    type: 'string',
                  },
                },
              },
            },
          },
          externalParameters: {
            type: 'object',
            additionalProperties: true,
          },
          declaredOnly: {
            type: 'boolean',
            description: 'Nobody we trust has said this; it is only claimed.',
          },
          unmet: {
            type: 'array',
            description: 'What its trust line expects and it does not say.',
            items: {
              type: 'object',
              required: ['code', 'message'],
              properties: {
                code: {
                  type: 'string',
                },
                message: {
                  type: 'string',
                },
                pointer: {
                  type: 'string',
                },
              },
            },
          },
          facts: {
            $ref: '#/components/schemas/EvidenceFacts',
          },
        },
        additionalProperties: false,
      },
      Diff: {
        type: 'object',
        required: [
          'base',
          'target',
          'counts',
          'added',
          'removed',
          'updated',
          'newFindings',
          'goneFindings',
          'newViolations',
          'fixedViolations',
        ],
        properties: {
          base: {
            $ref: '#/components/schemas/Release',
          },
          target: {
            $ref: '#/components/schemas/Release',
          },
          counts: {
            $ref: '#/components/schemas/ChangeCounts',
          },
          added: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Component',
            },
          },
          removed: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Component',
            },
          },
          updated: {
            type: 'array',
            items: {
              type: 'object',
              required: ['packageKey', 'name', 'from', 'to'],
              properties: {
                packageKey: {
                  type: 'string',
                },
                name: {
                  type: 'string',
                },
                from: {
                  type: 'string',
                },
                to: {
                  type: 'string',
                },
              },
            },
          },
          newFindings: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Finding',
            },
          },
          goneFindings: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Finding',
            },
          },
          newViolations: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Fix',
            },
          },
          fixedViolations: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          truncated: {
            type: 'boolean',
            description: 'Lists hold at most 500 each; counts are whole.',
          },
        },
        additionalProperties: false,
      },
      ReleasePage: {
        type: 'object',
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Release',
            },
          },
          totalItems: {
            type: 'integer',
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      EvidenceList: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Evidence',
            },
          },
        },
      },
      Receipt: {
        type: 'object',
        description: 'One arrival of bytes.',
        required: ['id', 'status', 'at'],
        properties: {
          id: {
            type: 'string',
          },
          status: {
            type: 'string',
            enum: ['processing', 'accepted', 'known', 'refused'],
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          evidence: {
            $ref: '#/components/schemas/Evidence',
          },
          release: {
            $ref: '#/components/schemas/Release',
          },
          state: {
            $ref: '#/components/schemas/PostureState',
          },
          decision: {
            $ref: '#/components/schemas/DecisionSummary',
          },
          fixFirst: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Fix',
            },
          },
          refusal: {
            $ref: '#/components/schemas/Arrival',
          },
          link: {
            type: 'string',
            description: "Path of the entity tab below the app's base URL.",
          },
        },
        additionalProperties: false,
      },
      Gate: {
        type: 'object',
        required: ['answer', 'reason', 'observing'],
        properties: {
          answer: {
            type: 'string',
            enum: ['yes', 'no', 'unknown'],
          },
          reason: {
            type: 'string',
          },
          observing: {
            type: 'boolean',
            description: 'The answer would be no if it were enforced.',
          },
          stage: {
            type: 'string',
            description: 'The stage that was asked for.',
          },
          mode: {
            $ref: '#/components/schemas/Mode',
          },
          modeReason: {
            type: 'string',
            description: 'What set the mode: the entity, or the stage.',
          },
          release: {
            $ref: '#/components/schemas/Release',
          },
          decision: {
            $ref: '#/components/schemas/DecisionSummary',
          },
          fixFirst: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Fix',
            },
          },
        },
        additionalProperties: false,
      },
      Promotion: {
        type: 'object',
        description: 'A release went to a stage.',
        required: ['entityRef', 'version', 'channel', 'stage', 'at', 'by'],
        properties: {
          entityRef: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          channel: {
            $ref: '#/components/schemas/Channel',
          },
          stage: {
            type: 'string',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          by: {
            $ref: '#/components/schemas/Principal',
          },
          source: {
            type: 'string',
            description: 'Repository @ workflow, from verified claims.',
          },
          asked: {
            type: 'object',
            description:
              'What the gate had said last for this release and stage; absent when nobody had asked.',
            required: ['answer', 'at', 'by'],
            properties: {
              answer: {
                type: 'string',
                enum: ['yes', 'no', 'unknown'],
              },
              at: {
                type: 'string',
                format: 'date-time',
              },
              by: {
                $ref: '#/components/schemas/Principal',
              },
            },
          },
        },
        additionalProperties: false,
      },
      EvidenceDot: {
        type: 'object',
        required: ['kind', 'state'],
        properties: {
          kind: {
            $ref: '#/components/schemas/EvidenceKind',
          },
          state: {
            type: 'string',
            enum: ['ok', 'unverified', 'stale', 'missing', 'not-expected'],
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      PortfolioRow: {
        type: 'object',
        required: [
          'entityRef',
          'state',
          'newlyBroken',
          'moreReasons',
          'evidence',
        ],
        properties: {
          entityRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          system: {
            type: 'string',
          },
          release: {
            $ref: '#/components/schemas/Release',
          },
          state: {
            $ref: '#/components/schemas/PostureState',
          },
          stateSince: {
            type: 'string',
            format: 'date-time',
          },
          newlyBroken: {
            type: 'boolean',
          },
          firstReason: {
            type: 'string',
          },
          moreReasons: {
            type: 'integer',
          },
          evidence: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/EvidenceDot',
            },
          },
        },
        additionalProperties: false,
      },
      PortfolioPage: {
        type: 'object',
        required: ['items', 'totalItems', 'counts', 'owners', 'systems'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PortfolioRow',
            },
          },
          totalItems: {
            type: 'integer',
          },
          nextCursor: {
            type: 'string',
          },
          counts: {
            type: 'object',
            description:
              'Of what the caller may see, after owner, system and query, before state.',
            required: ['total', 'newlyBroken', 'byState'],
            properties: {
              total: {
                type: 'integer',
              },
              newlyBroken: {
                type: 'integer',
              },
              byState: {
                type: 'object',
                additionalProperties: {
                  type: 'integer',
                },
              },
            },
          },
          owners: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          systems: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
        },
      },
      HealthCause: {
        type: 'object',
        required: [
          'code',
          'title',
          'entities',
          'entityCount',
          'since',
          'remedy',
          'arrivals',
        ],
        properties: {
          code: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          entities: {
            type: 'array',
            items: {
              type: 'object',
              required: ['entityRef'],
              properties: {
                entityRef: {
                  type: 'string',
                },
                owner: {
                  type: 'string',
                },
                version: {
                  type: 'string',
                },
              },
            },
          },
          entityCount: {
            type: 'integer',
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
          remedy: {
            type: 'string',
          },
          arrivals: {
            type: 'object',
            description:
              'The filter of `GET /v1/health/arrivals` that shows where it comes from.',
            properties: {
              outcome: {
                type: 'string',
                enum: ['accepted', 'known', 'refused'],
              },
              code: {
                type: 'string',
              },
              entity: {
                type: 'string',
              },
            },
            additionalProperties: false,
          },
          lastGood: {
            type: 'object',
            required: ['entityRef', 'at'],
            properties: {
              entityRef: {
                type: 'string',
              },
              version: {
                type: 'string',
              },
              at: {
                type: 'string',
                format: 'date-time',
              },
            },
          },
          lastAsk: {
            type: 'object',
            description: 'The last gate question that found no evidence.',
            required: ['entityRef', 'version', 'at', 'by'],
            properties: {
              entityRef: {
                type: 'string',
              },
              version: {
                type: 'string',
              },
              at: {
                type: 'string',
                format: 'date-time',
              },
              by: {
                $ref: '#/components/schemas/Principal',
              },
            },
          },
          lastPromotion: {
            type: 'object',
            description: 'The last promotion that the gate had not allowed.',
            required: ['entityRef', 'version', 'stage', 'at', 'by'],
            properties: {
              entityRef: {
                type: 'string',
              },
              version: {
                type: 'string',
              },
              stage: {
                type: 'string',
              },
              at: {
                type: 'string',
                format: 'date-time',
              },
              by: {
                $ref: '#/components/schemas/Principal',
              },
            },
          },
        },
      },
      HealthMatrixRow: {
        type: 'object',
        required: ['entityRef', 'cells'],
        properties: {
          entityRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          cells: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/EvidenceDot',
            },
          },
        },
      },
      Arrival: {
        type: 'object',
        description: 'A receipt or a refusal.',
        required: ['id', 'at', 'outcome', 'principal', 'via'],
        properties: {
          id: {
            type: 'string',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          outcome: {
            type: 'string',
            enum: ['accepted', 'known', 'refused'],
          },
          entityRef: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          channel: {
            $ref: '#/components/schemas/Channel',
          },
          kind: {
            type: 'string',
          },
          fileName: {
            type: 'string',
          },
          size: {
            type: 'integer',
          },
          principal: {
            $ref: '#/components/schemas/Principal',
          },
          source: {
            type: 'string',
            description: 'repository @ workflow, when claimed and verified.',
          },
          via: {
            type: 'string',
            enum: ['http', 'collector', 'page'],
          },
          code: {
            type: 'string',
          },
          status: {
            type: 'integer',
            description: 'The HTTP status answered.',
          },
          reason: {
            type: 'string',
          },
          pointer: {
            type: 'string',
          },
          line: {
            type: 'integer',
          },
          remedy: {
            type: 'string',
          },
          times: {
            type: 'integer',
            minimum: 2,
            description:
              'Equal refusals one after the other are one; absent: once.',
          },
          lastAt: {
            type: 'string',
            format: 'date-time',
            description: 'The last of these times; at is the first.',
          },
        },
        additionalProperties: false,
      },
      ArrivalPage: {
        type: 'object',
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Arrival',
            },
          },
          totalItems: {
            type: 'integer',
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      Collector: {
        type: 'object',
        required: ['entityRef', 'location', 'outcome'],
        properties: {
          entityRef: {
            type: 'string',
          },
          location: {
            type: 'string',
          },
          lastRunAt: {
            type: 'string',
            format: 'date-time',
          },
          lastChangeAt: {
            type: 'string',
            format: 'date-time',
          },
          outcome: {
            type: 'string',
            enum: ['never', 'unchanged', 'collected', 'refused', 'failed'],
          },
          message: {
            type: 'string',
          },
        },
      },
      PipelineGrant: {
        type: 'object',
        description: 'What a mapping lets a pipeline do.',
        required: ['entities', 'channels', 'actions', 'madeAt'],
        properties: {
          entities: {
            type: 'array',
            description: 'Globs over entity refs.',
            items: {
              type: 'string',
            },
          },
          kinds: {
            type: 'array',
            description: 'Absent: every kind.',
            items: {
              $ref: '#/components/schemas/EvidenceKind',
            },
          },
          channels: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Channel',
            },
          },
          actions: {
            type: 'array',
            items: {
              type: 'string',
              enum: ['submit', 'read', 'withdraw'],
            },
          },
          madeAt: {
            type: 'boolean',
            description: 'May state the build time of a release.',
          },
        },
      },
      PipelineMappings: {
        type: 'object',
        description: "How pipelines are known by their job's own token.",
        required: ['issuers', 'mappings'],
        properties: {
          audience: {
            type: 'string',
            description:
              'What tokens must be made for; absent: nothing is configured.',
          },
          maxTokenAgeSeconds: {
            type: 'number',
            description: 'Older tokens are refused.',
          },
          issuers: {
            type: 'array',
            items: {
              type: 'object',
              required: ['issuer', 'provider'],
              properties: {
                issuer: {
                  type: 'string',
                },
                provider: {
                  type: 'string',
                  enum: ['github', 'gitlab', 'generic'],
                },
                jwksUri: {
                  type: 'string',
                },
                releaseWhen: {
                  type: 'object',
                  additionalProperties: {
                    type: 'string',
                  },
                },
              },
              additionalProperties: false,
            },
          },
          mappings: {
            type: 'array',
            description: 'The first that matches counts.',
            items: {
              allOf: [
                {
                  $ref: '#/components/schemas/PipelineGrant',
                },
                {
                  type: 'object',
                  required: ['issuer', 'claims'],
                  properties: {
                    issuer: {
                      type: 'string',
                    },
                    claims: {
                      type: 'object',
                      additionalProperties: {
                        type: 'string',
                      },
                    },
                  },
                },
              ],
            },
          },
        },
        additionalProperties: false,
      },
      PipelineExplanation: {
        description:
          'What a token with these claims would be allowed, and why.',
        allOf: [
          {
            $ref: '#/components/schemas/PipelineGrant',
          },
          {
            type: 'object',
            required: ['channel', 'channelReason', 'checked'],
            properties: {
              principalRef: {
                type: 'string',
              },
              source: {
                type: 'string',
                description: 'repository @ workflow.',
              },
              channel: {
                $ref: '#/components/schemas/Channel',
              },
              channelReason: {
                type: 'string',
                description: 'The claims that decided the highest channel.',
              },
              mapping: {
                type: 'integer',
                description: 'Index of the one that counts.',
              },
              reason: {
                type: 'string',
                description: 'Why nothing is allowed.',
              },
              checked: {
                type: 'array',
                description:
                  'Mappings of the issuer in order, up to the one that counts.',
                items: {
                  type: 'object',
                  required: ['mapping', 'claims'],
                  properties: {
                    mapping: {
                      type: 'integer',
                    },
                    claims: {
                      type: 'array',
                      items: {
                        type: 'object',
                        required: ['name', 'expected', 'matches'],
                        properties: {
                          name: {
                            type: 'string',
                          },
                          expected: {
                            type: 'string',
                          },
                          seen: {
                            type: 'string',
                          },
                          matches: {
                            type: 'boolean',
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        ],
      },
      PipelineStatus: {
        type: 'object',
        description:
          'Everything in it is of entities whose evidence the caller may read.',
        required: ['collectors', 'storage', 'queue'],
        properties: {
          collectors: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Collector',
            },
          },
          storage: {
            type: 'object',
            description: 'Bytes that several entities have are counted once.',
            required: ['artifacts', 'bytes', 'storedBytes'],
            properties: {
              artifacts: {
                type: 'integer',
              },
              bytes: {
                type: 'integer',
              },
              storedBytes: {
                type: 'integer',
              },
            },
          },
          queue: {
            type: 'object',
            required: ['processing', 'toJudge'],
            properties: {
              processing: {
                type: 'integer',
                description: 'By the replica that answers.',
              },
              toJudge: {
                type: 'integer',
              },
              oldestSince: {
                type: 'string',
                format: 'date-time',
              },
            },
          },
        },
      },
      WhereUsedPage: {
        type: 'object',
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['entityRef', 'component'],
              properties: {
                entityRef: {
                  type: 'string',
                },
                version: {
                  type: 'string',
                },
                stream: {
                  type: 'string',
                },
                component: {
                  $ref: '#/components/schemas/Component',
                },
              },
            },
          },
          totalItems: {
            type: 'integer',
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      Integrity: {
        type: 'object',
        description: 'What the last re-reading of the bytes told.',
        required: ['state'],
        properties: {
          state: {
            type: 'string',
            enum: ['sound', 'corrupt', 'missing', 'unreadable'],
            description:
              'What is not sound fails the gate of every release that relies on the bytes. unreadable: the store did not give them; every run tries again.',
          },
          since: {
            type: 'string',
            format: 'date-time',
            description: 'When it was found not to be sound.',
          },
          checkedAt: {
            type: 'string',
            format: 'date-time',
            description: 'The last re-reading; absent before the first.',
          },
        },
        additionalProperties: false,
      },
      RetentionStart: {
        type: 'string',
        description: 'The event that a retention class counts from.',
        enum: ['receipt', 'release', 'last-supply', 'end-of-support'],
      },
      Obligation: {
        type: 'object',
        description: 'What one class promises for a piece of evidence.',
        required: ['class', 'start', 'minimumDays'],
        properties: {
          class: {
            type: 'string',
          },
          start: {
            $ref: '#/components/schemas/RetentionStart',
          },
          minimumDays: {
            type: 'number',
          },
          until: {
            type: 'string',
            format: 'date-time',
            description: 'Absent while the start event has not come.',
          },
        },
        additionalProperties: false,
      },
      Kept: {
        type: 'object',
        description: 'Until when evidence is kept, and by which rule.',
        required: ['rule', 'open', 'live', 'held', 'obligations', 'state'],
        properties: {
          until: {
            type: 'string',
            format: 'date-time',
            description:
              'The longest obligation; absent while the end of one is not known yet.',
          },
          rule: {
            type: 'string',
            description: 'The class whose obligation is the longest.',
          },
          open: {
            type: 'boolean',
            description:
              'An obligation counts from an event that has not come, such as the end of support.',
          },
          live: {
            type: 'boolean',
            description:
              'Its release is live, so it is kept whatever the date.',
          },
          held: {
            type: 'boolean',
            description:
              'A legal hold covers it, so it is kept whatever the date.',
          },
          obligations: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Obligation',
            },
          },
          state: {
            type: 'string',
            enum: ['kept', 'marked'],
            description:
              'marked: it expired and goes at deletesAt unless something keeps it by then.',
          },
          deletesAt: {
            type: 'string',
            format: 'date-time',
          },
        },
        additionalProperties: false,
      },
      RetentionSelector: {
        type: 'object',
        description:
          'What a class applies to; a member that is absent restricts nothing.',
        properties: {
          kinds: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/EvidenceKind',
            },
          },
          channels: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Channel',
            },
          },
          lines: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'Globs.',
          },
          entities: {
            type: 'object',
            description: 'Globs over the entity as it is in the catalog.',
            properties: {
              kind: {
                type: 'string',
              },
              namespace: {
                type: 'string',
              },
              name: {
                type: 'string',
              },
              type: {
                type: 'string',
              },
              lifecycle: {
                type: 'string',
              },
            },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
      RetentionClassDefinition: {
        type: 'object',
        required: ['match', 'start', 'minimumDays', 'insteadOfDefault'],
        properties: {
          match: {
            $ref: '#/components/schemas/RetentionSelector',
          },
          start: {
            $ref: '#/components/schemas/RetentionStart',
          },
          minimumDays: {
            type: 'number',
          },
          latestDays: {
            type: 'number',
            description:
              'Kept longer than this after the start, without being live or held, raises an alarm.',
          },
          insteadOfDefault: {
            type: 'boolean',
            description:
              'The default class does not apply to what this one does.',
          },
        },
        additionalProperties: false,
      },
      RetentionClass: {
        type: 'object',
        required: ['name', 'version', 'definition', 'effectiveAt', 'source'],
        properties: {
          name: {
            type: 'string',
            description:
              'default is the one for what no class stands instead of.',
          },
          version: {
            type: 'integer',
          },
          definition: {
            $ref: '#/components/schemas/RetentionClassDefinition',
          },
          effectiveAt: {
            type: 'string',
            format: 'date-time',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
            description: 'Absent while it is effective.',
          },
          source: {
            type: 'string',
            enum: ['config', 'proposal'],
            description: 'config: it only lengthens, so it applied at once.',
          },
          proposalId: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      PendingClassChange: {
        type: 'object',
        description:
          'The config says something shorter than what is effective; it changes nothing until it is proposed and approved.',
        required: ['class', 'shortens'],
        properties: {
          class: {
            type: 'string',
          },
          effective: {
            $ref: '#/components/schemas/RetentionClassDefinition',
          },
          configured: {
            $ref: '#/components/schemas/RetentionClassDefinition',
            description: 'Absent where the config no longer has the class.',
          },
          shortens: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'What gets shorter or narrower, as sentences.',
          },
          proposalId: {
            type: 'string',
            description: 'The open proposal, where there is one.',
          },
        },
        additionalProperties: false,
      },
      RetentionClasses: {
        type: 'object',
        required: ['effective', 'history', 'pending'],
        properties: {
          effective: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RetentionClass',
            },
          },
          history: {
            type: 'array',
            description:
              'Versions that are no longer effective, the last ended first.',
            items: {
              $ref: '#/components/schemas/RetentionClass',
            },
          },
          pending: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PendingClassChange',
            },
          },
        },
        additionalProperties: false,
      },
      Volume: {
        type: 'object',
        required: ['evidence', 'bytes'],
        properties: {
          evidence: {
            type: 'integer',
          },
          bytes: {
            type: 'integer',
            description: 'As received.',
          },
        },
        additionalProperties: false,
      },
      RetentionProposal: {
        type: 'object',
        required: [
          'id',
          'class',
          'shortens',
          'state',
          'reason',
          'proposedAt',
          'proposedBy',
        ],
        properties: {
          id: {
            type: 'string',
          },
          class: {
            type: 'string',
          },
          effective: {
            $ref: '#/components/schemas/RetentionClassDefinition',
            description: 'What was effective when it was proposed.',
          },
          proposed: {
            $ref: '#/components/schemas/RetentionClassDefinition',
            description: 'Absent where the class is to end.',
          },
          shortens: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          state: {
            type: 'string',
            enum: ['open', 'approved', 'rejected', 'superseded'],
          },
          reason: {
            type: 'string',
          },
          proposedAt: {
            type: 'string',
            format: 'date-time',
          },
          proposedBy: {
            $ref: '#/components/schemas/Principal',
          },
          decidedAt: {
            type: 'string',
            format: 'date-time',
          },
          decidedBy: {
            $ref: '#/components/schemas/Principal',
          },
          decisionReason: {
            type: 'string',
          },
          preview: {
            type: 'object',
            description:
              'What the proposal would release; of an open one, as it is now.',
            required: ['affected', 'released', 'entities'],
            properties: {
              affected: {
                $ref: '#/components/schemas/Volume',
                description: 'Would be kept for a shorter time.',
              },
              released: {
                $ref: '#/components/schemas/Volume',
                description:
                  'Of these, what would be expired, neither live nor held, and so marked by the next run.',
              },
              entities: {
                type: 'array',
                description:
                  'Most released first, at most 50, and only those that the caller may see.',
                items: {
                  type: 'object',
                  required: ['entityRef', 'affected', 'released'],
                  properties: {
                    entityRef: {
                      type: 'string',
                    },
                    affected: {
                      type: 'integer',
                    },
                    released: {
                      type: 'integer',
                    },
                  },
                  additionalProperties: false,
                },
              },
            },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
      RetentionRun: {
        type: 'object',
        required: ['id', 'startedAt', 'dryRun', 'outcome', 'counts'],
        properties: {
          id: {
            type: 'string',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
          },
          dryRun: {
            type: 'boolean',
            description: 'It counted and changed nothing.',
          },
          outcome: {
            type: 'string',
            enum: [
              'running',
              'done',
              'interrupted',
              'stopped',
              'refused',
              'failed',
            ],
            description:
              'interrupted: the next run goes on; stopped: an alarm; refused: the clock.',
          },
          reason: {
            type: 'string',
          },
          counts: {
            type: 'object',
            required: [
              'due',
              'marked',
              'spared',
              'deleted',
              'unlinked',
              'bytes',
            ],
            properties: {
              due: {
                type: 'integer',
                description: 'Expired, neither live nor held.',
              },
              marked: {
                type: 'integer',
              },
              spared: {
                type: 'integer',
                description:
                  'Marked before, and kept again by a class, a hold or a release that is live.',
              },
              deleted: {
                type: 'integer',
                description: 'Pieces of evidence that became tombstones.',
              },
              unlinked: {
                type: 'integer',
                description: 'Artifacts whose bytes are gone.',
              },
              bytes: {
                type: 'integer',
                description: 'Of these, as stored.',
              },
            },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
      RetentionAlarm: {
        type: 'object',
        required: [
          'id',
          'kind',
          'raisedAt',
          'message',
          'remedy',
          'confirmable',
        ],
        properties: {
          id: {
            type: 'string',
          },
          kind: {
            type: 'string',
            enum: [
              'volume',
              'clock',
              'corrupt',
              'missing',
              'unreadable',
              'unreachable',
              'stray',
              'overdue',
              'restored',
            ],
          },
          raisedAt: {
            type: 'string',
            format: 'date-time',
          },
          message: {
            type: 'string',
          },
          remedy: {
            type: 'string',
          },
          digest: {
            type: 'string',
          },
          volume: {
            type: 'integer',
            description: 'Of alarm volume: how much the run would have marked.',
          },
          confirmable: {
            type: 'boolean',
            description:
              'A named person may confirm it: clock and volume go on, stray is discarded, what an unreachable store does not give is marked.',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
          },
          confirmedBy: {
            $ref: '#/components/schemas/Principal',
          },
          confirmReason: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      RetentionOverview: {
        type: 'object',
        required: [
          'totals',
          'classes',
          'expiring',
          'missing',
          'holds',
          'runs',
          'alarms',
          'pendingChanges',
          'clock',
          'scrub',
          'settings',
        ],
        properties: {
          totals: {
            type: 'object',
            required: [
              'evidence',
              'bytes',
              'storedBytes',
              'live',
              'held',
              'marked',
              'tombstones',
            ],
            properties: {
              evidence: {
                type: 'integer',
              },
              bytes: {
                type: 'integer',
              },
              storedBytes: {
                type: 'integer',
              },
              live: {
                type: 'integer',
                description: 'Pieces of evidence of live releases.',
              },
              held: {
                type: 'integer',
              },
              marked: {
                type: 'integer',
              },
              tombstones: {
                type: 'integer',
              },
            },
            additionalProperties: false,
          },
          classes: {
            type: 'array',
            description:
              'Each piece of evidence counts for the class that keeps it longest.',
            items: {
              type: 'object',
              required: [
                'name',
                'evidence',
                'bytes',
                'open',
                'expiring30',
                'expiring90',
                'overdue',
              ],
              properties: {
                name: {
                  type: 'string',
                },
                evidence: {
                  type: 'integer',
                },
                bytes: {
                  type: 'integer',
                },
                open: {
                  type: 'integer',
                  description: 'The end is not known yet.',
                },
                expiring30: {
                  type: 'integer',
                },
                expiring90: {
                  type: 'integer',
                },
                overdue: {
                  type: 'integer',
                  description: 'Past the latest deletion of the class.',
                },
              },
              additionalProperties: false,
            },
          },
          expiring: {
            type: 'object',
            description:
              'What expires within 30 and 90 days by date, live and held included.',
            required: ['in30Days', 'in90Days'],
            properties: {
              in30Days: {
                $ref: '#/components/schemas/Volume',
              },
              in90Days: {
                $ref: '#/components/schemas/Volume',
              },
            },
            additionalProperties: false,
          },
          missing: {
            type: 'integer',
            description:
              'Entities in scope that lack evidence they should have.',
          },
          holds: {
            type: 'object',
            required: ['active', 'reviewDue'],
            properties: {
              active: {
                type: 'integer',
              },
              reviewDue: {
                type: 'integer',
              },
            },
            additionalProperties: false,
          },
          runs: {
            type: 'array',
            description: 'The last ten, newest first.',
            items: {
              $ref: '#/components/schemas/RetentionRun',
            },
          },
          alarms: {
            type: 'array',
            description: 'Open ones.',
            items: {
              $ref: '#/components/schemas/RetentionAlarm',
            },
          },
          pendingChanges: {
            type: 'integer',
          },
          clock: {
            type: 'object',
            required: ['state', 'now'],
            properties: {
              state: {
                type: 'string',
                enum: ['fine', 'behind', 'ahead'],
              },
              now: {
                type: 'string',
                format: 'date-time',
              },
              mark: {
                type: 'string',
                format: 'date-time',
                description: 'Time of the last run; absent before the first.',
              },
            },
            additionalProperties: false,
          },
          scrub: {
            type: 'object',
            required: ['artifacts', 'checked', 'unreadable', 'windowDays'],
            properties: {
              artifacts: {
                type: 'integer',
              },
              checked: {
                type: 'integer',
                description: 'Re-read within the window.',
              },
              unreadable: {
                type: 'integer',
                description:
                  'The store did not give them when they were last tried.',
              },
              oldestCheckAt: {
                type: 'string',
                format: 'date-time',
              },
              windowDays: {
                type: 'number',
              },
            },
            additionalProperties: false,
          },
          settings: {
            type: 'object',
            required: ['intervalHours', 'graceDays', 'dryRun', 'liveDays'],
            properties: {
              intervalHours: {
                type: 'number',
              },
              graceDays: {
                type: 'number',
              },
              dryRun: {
                type: 'boolean',
              },
              liveDays: {
                type: 'number',
              },
            },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
      ExpiringEvidence: {
        type: 'object',
        required: [
          'evidenceId',
          'releaseId',
          'entityRef',
          'version',
          'channel',
          'kind',
          'digest',
          'size',
          'until',
          'rule',
          'live',
          'held',
          'state',
        ],
        properties: {
          evidenceId: {
            type: 'string',
          },
          releaseId: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          channel: {
            $ref: '#/components/schemas/Channel',
          },
          kind: {
            $ref: '#/components/schemas/EvidenceKind',
          },
          fileName: {
            type: 'string',
          },
          digest: {
            type: 'string',
          },
          size: {
            type: 'integer',
          },
          until: {
            type: 'string',
            format: 'date-time',
          },
          rule: {
            type: 'string',
          },
          live: {
            type: 'boolean',
          },
          held: {
            type: 'boolean',
          },
          state: {
            type: 'string',
            enum: ['kept', 'due', 'marked'],
          },
          deletesAt: {
            type: 'string',
            format: 'date-time',
            description: 'Earliest; absent while it is live or held.',
          },
        },
        additionalProperties: false,
      },
      ExpiringPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ExpiringEvidence',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      Tombstone: {
        type: 'object',
        description:
          'Evidence that was here and was deleted. Of an erasure only the digest is told.',
        required: ['id', 'digest', 'deletedAt', 'rule', 'bytes'],
        properties: {
          id: {
            type: 'string',
          },
          digest: {
            type: 'string',
          },
          kind: {
            $ref: '#/components/schemas/EvidenceKind',
          },
          entityRef: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          channel: {
            $ref: '#/components/schemas/Channel',
          },
          releaseId: {
            type: 'string',
          },
          evidenceId: {
            type: 'string',
          },
          size: {
            type: 'integer',
          },
          receivedAt: {
            type: 'string',
            format: 'date-time',
          },
          deletedAt: {
            type: 'string',
            format: 'date-time',
          },
          deletedBy: {
            type: 'string',
            description: 'A run or an erasure, by id.',
          },
          rule: {
            type: 'string',
            description: 'The class whose obligation ended last, or erasure.',
          },
          bytes: {
            type: 'string',
            enum: ['gone', 'pending', 'shared'],
            description: 'shared: other evidence still has the same bytes.',
          },
        },
        additionalProperties: false,
      },
      TombstonePage: {
        type: 'object',
        required: ['items', 'present'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Tombstone',
            },
          },
          present: {
            type: 'array',
            description:
              'Asked by digest: where these bytes are evidence now, as far as the caller may see.',
            items: {
              type: 'object',
              required: ['entityRef', 'releaseId', 'version', 'evidenceId'],
              properties: {
                entityRef: {
                  type: 'string',
                },
                releaseId: {
                  type: 'string',
                },
                version: {
                  type: 'string',
                },
                evidenceId: {
                  type: 'string',
                },
              },
              additionalProperties: false,
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      MissingEvidenceRow: {
        type: 'object',
        required: ['entityRef', 'missing', 'level'],
        properties: {
          entityRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          release: {
            type: 'string',
            description: 'The newest version; absent without any.',
          },
          missing: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/EvidenceKind',
            },
          },
          level: {
            type: 'string',
            enum: ['required', 'wanted'],
            description: 'The strictest of what is missing.',
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
        },
        additionalProperties: false,
      },
      MissingEvidencePage: {
        type: 'object',
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/MissingEvidenceRow',
            },
          },
          totalItems: {
            type: 'integer',
          },
          nextCursor: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      EvidenceReference: {
        type: 'object',
        description:
          'A link to a page of evidence in TechDocs, `/docs/<namespace>/resource/<name>/<page>`.',
        required: ['namespace', 'name', 'page'],
        properties: {
          namespace: {
            type: 'string',
            minLength: 1,
            maxLength: 63,
          },
          name: {
            type: 'string',
            minLength: 1,
            maxLength: 63,
          },
          page: {
            type: 'string',
            maxLength: 500,
            description:
              'Without slashes at its ends, such as `evidence/<hex>`; empty for the overview.',
          },
        },
      },
      ResolvedReference: {
        type: 'object',
        description: 'Where a reference leads.',
        required: ['state'],
        properties: {
          state: {
            type: 'string',
            enum: ['found', 'dead', 'unknown'],
            description:
              '`unknown` where there is no such entity, or the caller may not read it.',
          },
          cause: {
            type: 'string',
            enum: ['unknown', 'deleted', 'withdrawn'],
            description:
              'Of what is dead: nothing was ever known of it, or what became of it.',
          },
          entityRef: {
            type: 'string',
            description:
              'The entity that the evidence is of; absent where the name tells none.',
          },
          at: {
            type: 'string',
            format: 'date-time',
            description: 'When it was deleted or withdrawn.',
          },
          rule: {
            type: 'string',
            description: 'The rule it was deleted under.',
          },
        },
        additionalProperties: false,
      },
      DeadReference: {
        type: 'object',
        description:
          'A link to evidence in the published docs of an entity that leads nowhere any more.',
        required: ['docsEntityRef', 'file', 'reference', 'cause'],
        properties: {
          docsEntityRef: {
            type: 'string',
            description: 'The entity whose docs have the link.',
          },
          file: {
            type: 'string',
            description: 'The page of these docs.',
          },
          reference: {
            $ref: '#/components/schemas/EvidenceReference',
          },
          cause: {
            type: 'string',
            enum: ['unknown', 'deleted', 'withdrawn'],
          },
          entityRef: {
            type: 'string',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          rule: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      DeadReferencePage: {
        type: 'object',
        required: ['items', 'docs'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DeadReference',
            },
          },
          docs: {
            type: 'object',
            description:
              'What was looked at, of the docs that the caller may read.',
            required: ['read', 'unpublished', 'unreadable'],
            properties: {
              read: {
                type: 'integer',
              },
              unpublished: {
                type: 'integer',
                description: 'Entities whose docs are not published.',
              },
              unreadable: {
                type: 'array',
                description:
                  'The first 20 whose docs could not be read, and why.',
                items: {
                  type: 'object',
                  required: ['entityRef', 'reason'],
                  properties: {
                    entityRef: {
                      type: 'string',
                    },
                    reason: {
                      type: 'string',
                    },
                  },
                },
              },
              checkedAt: {
                type: 'string',
                format: 'date-time',
                description: 'Absent until docs were looked at once.',
              },
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      HoldTarget: {
        type: 'object',
        description:
          'One of entity, release, digest or query. Everything of the releases it names is held, so that it can be verified.',
        properties: {
          entityRef: {
            type: 'string',
            description: 'The whole entity, what is still to come included.',
          },
          releaseId: {
            type: 'string',
            description: 'One release, by its opaque id.',
          },
          digest: {
            type: 'string',
            description: 'sha256:<hex> of evidence, or a digest of an output.',
          },
          query: {
            type: 'object',
            description:
              'Everything that matches all of it, now and later. An entity that matched once stays covered, whatever the catalog says of it later.',
            properties: {
              entities: {
                type: 'string',
                description: 'Glob over entity refs.',
              },
              owner: {
                type: 'string',
                description: 'Ref of the owner, or a glob over it.',
              },
              system: {
                type: 'string',
                description: 'Ref of the system, or a glob over it.',
              },
              type: {
                type: 'string',
                description: 'Glob over spec.type.',
              },
              lifecycle: {
                type: 'string',
                description: 'Glob over spec.lifecycle.',
              },
              tags: {
                type: 'array',
                minItems: 1,
                maxItems: 50,
                description: 'All of them.',
                items: {
                  type: 'string',
                  minLength: 1,
                },
              },
              labels: {
                type: 'object',
                minProperties: 1,
                maxProperties: 50,
                description: 'All of them, with exactly these values.',
                additionalProperties: {
                  type: 'string',
                },
              },
              kinds: {
                type: 'array',
                minItems: 1,
                items: {
                  $ref: '#/components/schemas/EvidenceKind',
                },
              },
              channel: {
                $ref: '#/components/schemas/Channel',
              },
              line: {
                type: 'string',
                description: 'Glob.',
              },
              receivedFrom: {
                type: 'string',
                format: 'date-time',
              },
              receivedTo: {
                type: 'string',
                format: 'date-time',
              },
            },
            minProperties: 1,
            additionalProperties: false,
          },
        },
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: false,
      },
      Hold: {
        type: 'object',
        required: [
          'id',
          'target',
          'reason',
          'reference',
          'placedAt',
          'placedBy',
          'reviewAt',
          'reviewDue',
          'covers',
        ],
        properties: {
          id: {
            type: 'string',
          },
          target: {
            $ref: '#/components/schemas/HoldTarget',
          },
          reason: {
            type: 'string',
          },
          reference: {
            type: 'string',
            description: 'Case or ticket.',
          },
          placedAt: {
            type: 'string',
            format: 'date-time',
          },
          placedBy: {
            $ref: '#/components/schemas/Principal',
          },
          reviewAt: {
            type: 'string',
            format: 'date-time',
          },
          reviewDue: {
            type: 'boolean',
          },
          liftedAt: {
            type: 'string',
            format: 'date-time',
          },
          liftedBy: {
            $ref: '#/components/schemas/Principal',
          },
          liftReason: {
            type: 'string',
          },
          about: {
            type: 'object',
            description:
              'What the target is called; absent for a query, and for a digest that the caller may not see.',
            required: ['entityRef'],
            properties: {
              entityRef: {
                type: 'string',
              },
              releaseId: {
                type: 'string',
              },
              version: {
                type: 'string',
              },
              kind: {
                $ref: '#/components/schemas/EvidenceKind',
              },
              fileName: {
                type: 'string',
              },
            },
            additionalProperties: false,
          },
          covers: {
            $ref: '#/components/schemas/HoldCover',
            description: 'What it holds now; of a lifted one nothing.',
          },
        },
        additionalProperties: false,
      },
      HoldCover: {
        type: 'object',
        description:
          'How much a hold covers. Entities of a query count without evidence, too.',
        required: ['entities', 'releases', 'evidence', 'bytes'],
        properties: {
          entities: {
            type: 'integer',
          },
          releases: {
            type: 'integer',
          },
          evidence: {
            type: 'integer',
          },
          bytes: {
            type: 'integer',
          },
        },
        additionalProperties: false,
      },
      HeldEntityRow: {
        type: 'object',
        description: 'An entity that a hold covers.',
        required: ['entityRef', 'inCatalog', 'releases', 'evidence'],
        properties: {
          entityRef: {
            type: 'string',
          },
          owner: {
            type: 'string',
            description: 'As it was last.',
          },
          inCatalog: {
            type: 'boolean',
          },
          releases: {
            type: 'integer',
            description: 'Of it, that are held.',
          },
          evidence: {
            type: 'integer',
          },
          since: {
            type: 'string',
            format: 'date-time',
            description: 'When a query first matched it.',
          },
          matches: {
            type: 'boolean',
            description:
              'Whether the query would match it today; covered it is either way.',
          },
        },
        additionalProperties: false,
      },
      HeldEntityPage: {
        type: 'object',
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/HeldEntityRow',
            },
          },
          totalItems: {
            type: 'integer',
          },
          nextCursor: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      HoldPreview: {
        type: 'object',
        description:
          'What is hidden from the caller is neither counted nor named; the hold covers it all the same.',
        required: ['covers', 'entities'],
        properties: {
          covers: {
            $ref: '#/components/schemas/HoldCover',
          },
          entities: {
            type: 'array',
            description: 'The first of them, by ref.',
            items: {
              $ref: '#/components/schemas/HeldEntityRow',
            },
          },
        },
        additionalProperties: false,
      },
      PlacedHold: {
        type: 'object',
        description:
          'A hold on a release, for readers of its evidence. Which hold it is, is for those who may see retention.',
        required: ['since'],
        properties: {
          since: {
            type: 'string',
            format: 'date-time',
          },
          id: {
            type: 'string',
          },
          reference: {
            type: 'string',
            description: 'Case or ticket.',
          },
          reviewAt: {
            type: 'string',
            format: 'date-time',
          },
        },
        additionalProperties: false,
      },
      Erasure: {
        type: 'object',
        required: [
          'id',
          'digest',
          'legalBasis',
          'reason',
          'state',
          'requestedAt',
          'requestedBy',
          'placements',
        ],
        properties: {
          id: {
            type: 'string',
          },
          digest: {
            type: 'string',
          },
          legalBasis: {
            type: 'string',
          },
          reason: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['open', 'done', 'rejected'],
          },
          requestedAt: {
            type: 'string',
            format: 'date-time',
          },
          requestedBy: {
            $ref: '#/components/schemas/Principal',
          },
          decidedAt: {
            type: 'string',
            format: 'date-time',
          },
          decidedBy: {
            $ref: '#/components/schemas/Principal',
          },
          decisionReason: {
            type: 'string',
          },
          placements: {
            type: 'integer',
            description:
              'How much evidence has these bytes; of one that is done, had them.',
          },
          held: {
            type: 'boolean',
            description: 'A legal hold covers them, so it cannot be approved.',
          },
        },
        additionalProperties: false,
      },
      Retirement: {
        type: 'object',
        description: 'A release is no longer where it was promoted to.',
        required: ['entityRef', 'version', 'channel', 'at', 'by', 'live'],
        properties: {
          entityRef: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          channel: {
            $ref: '#/components/schemas/Channel',
          },
          stage: {
            type: 'string',
            description: 'Absent: every stage.',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          by: {
            $ref: '#/components/schemas/Principal',
          },
          source: {
            type: 'string',
            description: 'Repository @ workflow, from verified claims.',
          },
          reason: {
            type: 'string',
          },
          supportUntil: {
            type: 'string',
            format: 'date-time',
          },
          live: {
            type: 'boolean',
            description:
              'Whether the release is live all the same, by another stage or as the newest.',
          },
        },
        additionalProperties: false,
      },
      LiveRelease: {
        type: 'object',
        required: ['releaseId', 'version', 'line', 'stages', 'newest'],
        properties: {
          releaseId: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          line: {
            type: 'string',
          },
          stages: {
            type: 'array',
            items: {
              type: 'object',
              required: ['stage', 'since'],
              properties: {
                stage: {
                  type: 'string',
                },
                since: {
                  type: 'string',
                  format: 'date-time',
                },
              },
              additionalProperties: false,
            },
          },
          newest: {
            type: 'boolean',
            description: 'The newest of its line.',
          },
          until: {
            type: 'string',
            format: 'date-time',
            description:
              'The entity is gone from the catalog; as newest it counts as live until then.',
          },
        },
        additionalProperties: false,
      },
      EvidenceAccessRow: {
        type: 'object',
        description: 'Who read or downloaded what; reads of a day are one row.',
        required: ['action', 'by', 'entityRef', 'firstAt', 'lastAt', 'times'],
        properties: {
          action: {
            type: 'string',
            enum: ['read', 'download'],
          },
          by: {
            $ref: '#/components/schemas/Principal',
          },
          entityRef: {
            type: 'string',
          },
          releaseId: {
            type: 'string',
          },
          version: {
            type: 'string',
            description: 'Of the release.',
          },
          evidenceId: {
            type: 'string',
          },
          kind: {
            $ref: '#/components/schemas/EvidenceKind',
          },
          fileName: {
            type: 'string',
          },
          firstAt: {
            type: 'string',
            format: 'date-time',
          },
          lastAt: {
            type: 'string',
            format: 'date-time',
          },
          times: {
            type: 'integer',
          },
        },
        additionalProperties: false,
      },
      EvidenceAccessPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/EvidenceAccessRow',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
        additionalProperties: false,
      },
      RestoreCheck: {
        type: 'object',
        description:
          'Whether what was deleted is gone here: tombstones are kept beside the database too, and replayed at start.',
        required: ['journalled', 'replayed', 'kept', 'returned'],
        properties: {
          journalled: {
            type: 'integer',
            description: 'Tombstones in the journal.',
          },
          replayedAt: {
            type: 'string',
            format: 'date-time',
            description: 'The last start.',
          },
          replayed: {
            type: 'integer',
            description:
              'Deleted again at the last start, because a backup had brought them back.',
          },
          kept: {
            type: 'integer',
            description:
              'Brought back and not deleted again, because a legal hold covers them.',
          },
          returned: {
            type: 'integer',
            description:
              'In the journal and yet evidence now: a backup was restored under a running backend. Start it again.',
          },
        },
        additionalProperties: false,
      },
      RestoredArtifact: {
        type: 'object',
        required: ['digest', 'integrity'],
        properties: {
          digest: {
            type: 'string',
          },
          integrity: {
            $ref: '#/components/schemas/Integrity',
          },
        },
        additionalProperties: false,
      },
    },
  },
  paths: {
    '/v1/artifacts': {
      post: {
        operationId: 'PostArtifact',
        summary:
          'Streams one document: receive, recognise, read, record, judge.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'entity',
            in: 'query',
            required: true,
            allowReserved: true,
            description: 'Entity ref, kind:namespace/name.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'release',
            in: 'query',
            required: true,
            allowReserved: true,
            description: 'Version as given.',
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
          },
          {
            name: 'channel',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/Channel',
            },
          },
          {
            name: 'line',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Line of releases; default main.',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            name: 'stream',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Default: what the document is about.',
            schema: {
              type: 'string',
              maxLength: 200,
            },
          },
          {
            name: 'kind',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Only needed where structure does not tell.',
            schema: {
              $ref: '#/components/schemas/EvidenceKind',
            },
          },
          {
            name: 'fileName',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'string',
              maxLength: 255,
            },
          },
          {
            name: 'signs',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'sha256:<hex> of the file that this is the detached signature of. A Sigstore bundle tells by itself.',
            schema: {
              type: 'string',
              maxLength: 71,
            },
          },
          {
            name: 'madeAt',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Build time; used if granted and not in the future.',
            schema: {
              type: 'string',
              format: 'date-time',
            },
          },
          {
            name: 'outputs',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Declared outputs, <algorithm>:<hex>=<name>.',
            schema: {
              type: 'array',
              maxItems: 100,
              items: {
                type: 'string',
              },
            },
          },
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: {
              type: 'string',
              minLength: 8,
              maxLength: 200,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            '*/*': {
              schema: {},
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Receipt',
                },
              },
            },
          },
          '201': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Receipt',
                },
              },
            },
          },
          '202': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Receipt',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/receipts/{receiptId}': {
      get: {
        operationId: 'GetReceipt',
        summary: 'One arrival; poll it after a 202.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'receiptId',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Receipt',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/posture': {
      get: {
        operationId: 'GetPosture',
        summary: 'Posture of the newest release, or of the given one.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            name: 'release',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Release id.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'compareWith',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Release id.',
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Posture',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/releases': {
      get: {
        operationId: 'GetReleases',
        summary: 'Releases, newest first.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            name: 'channel',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/Channel',
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ReleasePage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/gate': {
      get: {
        operationId: 'GetGate',
        summary: 'May this release be promoted?',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            name: 'release',
            in: 'query',
            required: true,
            allowReserved: true,
            description: 'Version as given.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'channel',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/Channel',
            },
          },
          {
            name: 'stage',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'One of supplyChain.stages, else 400. A stage can be stricter than the entity, never laxer.',
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Gate',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/promotions': {
      post: {
        operationId: 'RecordPromotion',
        summary:
          'Records that a release went to a stage; the first record of a release and stage stays.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description:
              'Lets a pipeline send this with the token of its other requests.',
            schema: {
              type: 'string',
              minLength: 8,
              maxLength: 200,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['release', 'stage'],
                properties: {
                  release: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 200,
                    description: 'Version as given.',
                  },
                  channel: {
                    $ref: '#/components/schemas/Channel',
                  },
                  stage: {
                    type: 'string',
                    description: 'One of supplyChain.stages.',
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Recorded before',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Promotion',
                },
              },
            },
          },
          '201': {
            description: 'Recorded',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Promotion',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/components': {
      get: {
        operationId: 'GetComponents',
        summary: 'Components of a release: the union of its current SBOMs.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            $ref: '#/components/parameters/releaseId',
          },
          {
            $ref: '#/components/parameters/query',
          },
          {
            name: 'licence',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Exact expression; empty for none stated.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'relation',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'string',
              enum: ['direct', 'transitive', 'unknown'],
            },
          },
          {
            name: 'sort',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'string',
              enum: ['name', 'version', 'licence', 'relation', 'findings'],
            },
          },
          {
            $ref: '#/components/parameters/order',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ComponentPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/paths': {
      get: {
        operationId: 'GetPaths',
        summary: 'Shortest dependency paths from the root to a component.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            $ref: '#/components/parameters/releaseId',
          },
          {
            name: 'component',
            in: 'query',
            required: true,
            allowReserved: true,
            description: 'Component key.',
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['paths'],
                  properties: {
                    paths: {
                      type: 'array',
                      items: {
                        type: 'array',
                        items: {
                          type: 'string',
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/findings': {
      get: {
        operationId: 'GetFindings',
        summary: 'Findings of a release with their sources.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            $ref: '#/components/parameters/releaseId',
          },
          {
            $ref: '#/components/parameters/query',
          },
          {
            name: 'severity',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/Severity',
            },
          },
          {
            name: 'status',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'sort',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'string',
              enum: ['severity', 'component', 'vulnerability', 'firstSeenAt'],
            },
          },
          {
            $ref: '#/components/parameters/order',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/FindingPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/provenance': {
      get: {
        operationId: 'GetProvenance',
        summary: 'Provenance statements of a release.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            $ref: '#/components/parameters/releaseId',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/Provenance',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/decision': {
      get: {
        operationId: 'GetDecision',
        summary: 'The current decision with every rule.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            $ref: '#/components/parameters/releaseId',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Decision',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/evidence': {
      get: {
        operationId: 'GetEvidence',
        summary: 'Evidence of a release, withdrawn and superseded included.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            $ref: '#/components/parameters/releaseId',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EvidenceList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/evidence/{evidenceId}/content':
      {
        get: {
          operationId: 'GetEvidenceContent',
          summary: 'The exact bytes, as attachment.',
          security: [
            {
              JWT: [],
            },
          ],
          parameters: [
            {
              $ref: '#/components/parameters/kind',
            },
            {
              $ref: '#/components/parameters/namespace',
            },
            {
              $ref: '#/components/parameters/name',
            },
            {
              $ref: '#/components/parameters/releaseId',
            },
            {
              $ref: '#/components/parameters/evidenceId',
            },
          ],
          responses: {
            '200': {
              description: 'The exact bytes.',
              content: {
                'application/octet-stream': {
                  schema: {
                    type: 'string',
                    format: 'binary',
                  },
                },
              },
            },
            default: {
              $ref: '#/components/responses/Error',
            },
          },
        },
      },
    '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/evidence/{evidenceId}/withdraw':
      {
        post: {
          operationId: 'WithdrawEvidence',
          summary: 'Withdraws a mistaken upload; the bytes stay.',
          security: [
            {
              JWT: [],
            },
          ],
          parameters: [
            {
              $ref: '#/components/parameters/kind',
            },
            {
              $ref: '#/components/parameters/namespace',
            },
            {
              $ref: '#/components/parameters/name',
            },
            {
              $ref: '#/components/parameters/releaseId',
            },
            {
              $ref: '#/components/parameters/evidenceId',
            },
          ],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['reason'],
                  properties: {
                    reason: {
                      type: 'string',
                      minLength: 3,
                      maxLength: 1000,
                    },
                  },
                  additionalProperties: false,
                },
              },
            },
          },
          responses: {
            '200': {
              description: 'OK',
              content: {
                'application/json': {
                  schema: {
                    $ref: '#/components/schemas/Evidence',
                  },
                },
              },
            },
            default: {
              $ref: '#/components/responses/Error',
            },
          },
        },
      },
    '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/diff': {
      get: {
        operationId: 'GetDiff',
        summary: 'What differs from another release.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            $ref: '#/components/parameters/releaseId',
          },
          {
            name: 'base',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'Release id; default the release before, or the newest for a change.',
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Diff',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/portfolio': {
      get: {
        operationId: 'GetPortfolio',
        summary: 'A row for every entity in scope that the caller may see.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'state',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                $ref: '#/components/schemas/PostureState',
              },
            },
          },
          {
            name: 'owner',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                type: 'string',
              },
            },
          },
          {
            name: 'system',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                type: 'string',
              },
            },
          },
          {
            name: 'newlyBroken',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'boolean',
            },
          },
          {
            $ref: '#/components/parameters/query',
          },
          {
            name: 'sort',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'string',
              enum: ['urgency', 'entity', 'owner', 'stateSince'],
            },
          },
          {
            $ref: '#/components/parameters/order',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PortfolioPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/health/causes': {
      get: {
        operationId: 'GetHealthCauses',
        summary: 'What is broken now, by cause, most entities first.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/HealthCause',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/health/matrix': {
      get: {
        operationId: 'GetHealthMatrix',
        summary: 'Entity by kind of evidence.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/query',
          },
          {
            name: 'owner',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                type: 'string',
              },
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'totalItems'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/HealthMatrixRow',
                      },
                    },
                    totalItems: {
                      type: 'integer',
                    },
                    nextCursor: {
                      type: 'string',
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/health/arrivals': {
      get: {
        operationId: 'GetArrivals',
        summary: 'Receipts and refusals, newest first.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/query',
          },
          {
            name: 'outcome',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'string',
              enum: ['accepted', 'known', 'refused'],
            },
          },
          {
            name: 'code',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'entity',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ArrivalPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/health/status': {
      get: {
        operationId: 'GetPipelineStatus',
        summary: 'Collectors, storage and queues.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PipelineStatus',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/pipelines/mappings': {
      get: {
        operationId: 'GetPipelineMappings',
        summary:
          'Issuers, audience and mappings by which pipelines are known, in order.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PipelineMappings',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/pipelines/explain': {
      post: {
        operationId: 'ExplainPipeline',
        summary:
          'What a token with these claims would be allowed, and why. Nothing is verified.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  claims: {
                    type: 'object',
                    description:
                      'The decoded claims, iss among them; never a token.',
                    additionalProperties: true,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PipelineExplanation',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/trust/policy': {
      get: {
        operationId: 'GetTrustPolicy',
        summary:
          'Roots, keys and lines that say who may vouch for what, and every version before.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/TrustPolicyView',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/trust/test': {
      post: {
        operationId: 'TestTrust',
        summary:
          'Whether a signed document would be trusted, and by which line. Nothing is kept.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'entity',
            in: 'query',
            required: false,
            allowReserved: true,
            description:
              'Entity ref that it would be sent for; without it, entities are not compared.',
            schema: {
              type: 'string',
              maxLength: 255,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            '*/*': {
              schema: {
                type: 'string',
                format: 'binary',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/TrustTest',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/trust/lines/{lineId}/dependents': {
      get: {
        operationId: 'GetTrustDependents',
        summary:
          'Evidence that relies on a line now, of entities that the caller may read.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'lineId',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/TrustDependentPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/trust/confirm': {
      post: {
        operationId: 'ConfirmTrust',
        summary:
          'A person confirms that a changed source or a re-registered entity is the same; trust is no longer held.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['reason', 'source'],
                properties: {
                  reason: {
                    type: 'string',
                    minLength: 3,
                    maxLength: 1000,
                  },
                  source: {
                    type: 'string',
                    maxLength: 2000,
                    description:
                      'The source location as the person saw it; refused when it is another by now.',
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '204': {
            description: 'Confirmed.',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/mirror/companions': {
      get: {
        operationId: 'ListMirrorCompanions',
        summary:
          'Entities with evidence, for the catalog. Only for the catalog and TechDocs plugins.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'entity',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Only this one.',
            schema: {
              type: 'string',
              minLength: 1,
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/MirrorCompanionPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/mirror/due': {
      post: {
        operationId: 'ListMirrorDue',
        summary:
          'Entities whose site at a target is not what it should be. Only for the TechDocs plugin.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['target', 'layout'],
                properties: {
                  target: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 63,
                    description: 'The place that sites are published to.',
                  },
                  layout: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 63,
                    description:
                      'The renderer; another one makes other pages of the same facts.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        type: 'string',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/mirror/claims': {
      post: {
        operationId: 'ClaimMirrorSite',
        summary:
          "Takes the right to publish an entity's site, with what it shows. Only for the TechDocs plugin.",
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['target', 'layout', 'entityRef'],
                properties: {
                  target: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 63,
                  },
                  layout: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 63,
                  },
                  entityRef: {
                    type: 'string',
                    minLength: 1,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'Without a claim when there is nothing to publish or somebody else does.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    claim: {
                      $ref: '#/components/schemas/MirrorClaim',
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/mirror/claims/{claimId}/renew': {
      post: {
        operationId: 'RenewMirrorClaim',
        summary:
          'Keeps a claim for as long as publishing takes. Only for the TechDocs plugin.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/claimId',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['endsAt'],
                  properties: {
                    endsAt: {
                      type: 'string',
                      format: 'date-time',
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/mirror/claims/{claimId}/settle': {
      post: {
        operationId: 'SettleMirrorClaim',
        summary:
          'Says how publishing ended and gives the claim back. Only for the TechDocs plugin.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/claimId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['outcome'],
                properties: {
                  outcome: {
                    type: 'string',
                    enum: ['published', 'unchanged', 'failed'],
                  },
                  etag: {
                    type: 'string',
                    pattern: '^[0-9a-f]{64}$',
                    description:
                      'Of the published pages; only and always with published.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '204': {
            description: 'Given back',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/where-used': {
      get: {
        operationId: 'GetWhereUsed',
        summary: 'Entities whose newest release contains a package.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'purl',
            in: 'query',
            required: true,
            allowReserved: true,
            description: 'purl with or without version.',
            schema: {
              type: 'string',
              minLength: 3,
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/WhereUsedPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/overview': {
      get: {
        operationId: 'GetRetentionOverview',
        summary:
          'Volumes, dates, holds, runs and alarms, as numbers over all entities.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RetentionOverview',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/expiring': {
      get: {
        operationId: 'GetExpiringEvidence',
        summary:
          'Deletion preview: what goes next, when and under which rule, soonest first.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'days',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Within how many days; default 90.',
            schema: {
              type: 'integer',
              minimum: 0,
              maximum: 3650,
            },
          },
          {
            name: 'entity',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Entity ref.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'rule',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Name of a class.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'state',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'string',
              enum: ['kept', 'due', 'marked'],
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ExpiringPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/missing': {
      get: {
        operationId: 'GetMissingEvidence',
        summary:
          'Entities and their newest releases that should have evidence and have none.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'owner',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Entity ref.',
            schema: {
              type: 'string',
            },
          },
          {
            $ref: '#/components/parameters/query',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/MissingEvidencePage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/classes': {
      get: {
        operationId: 'GetRetentionClasses',
        summary:
          'Effective classes, their history, and what the config says differently.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RetentionClasses',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/proposals': {
      get: {
        operationId: 'GetRetentionProposals',
        summary:
          'Proposals to shorten, newest first; open ones with a preview.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/RetentionProposal',
                      },
                    },
                  },
                  additionalProperties: false,
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'ProposeRetention',
        summary: 'Proposes to make effective what the config says of a class.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['class', 'reason'],
                properties: {
                  class: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 63,
                  },
                  reason: {
                    type: 'string',
                    minLength: 3,
                    maxLength: 1000,
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'Proposed',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RetentionProposal',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/proposals/{proposalId}/approve': {
      post: {
        operationId: 'ApproveRetention',
        summary:
          'Makes it effective; only another person than the proposer may.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'proposalId',
            in: 'path',
            required: true,
            description: 'Opaque id.',
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['reason'],
                properties: {
                  reason: {
                    type: 'string',
                    minLength: 3,
                    maxLength: 1000,
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RetentionProposal',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/proposals/{proposalId}/reject': {
      post: {
        operationId: 'RejectRetention',
        summary: 'Ends the proposal; nothing changes.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'proposalId',
            in: 'path',
            required: true,
            description: 'Opaque id.',
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['reason'],
                properties: {
                  reason: {
                    type: 'string',
                    minLength: 3,
                    maxLength: 1000,
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RetentionProposal',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/runs': {
      get: {
        operationId: 'GetRetentionRuns',
        summary: 'Runs with what they did, newest first.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/RetentionRun',
                      },
                    },
                    nextCursor: {
                      type: 'string',
                    },
                  },
                  additionalProperties: false,
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/alarms': {
      get: {
        operationId: 'GetRetentionAlarms',
        summary: 'Alarms, newest first.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'open',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Only open ones, or only ended ones.',
            schema: {
              type: 'boolean',
            },
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/RetentionAlarm',
                      },
                    },
                  },
                  additionalProperties: false,
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/alarms/{alarmId}/confirm': {
      post: {
        operationId: 'ConfirmRetentionAlarm',
        summary:
          'A named person confirms: the clock is right, the volume is meant, the stray file may go, what the store does not give is lost.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'alarmId',
            in: 'path',
            required: true,
            description: 'Opaque id.',
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['reason'],
                properties: {
                  reason: {
                    type: 'string',
                    minLength: 3,
                    maxLength: 1000,
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RetentionAlarm',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/tombstones': {
      get: {
        operationId: 'GetTombstones',
        summary: 'Was this ever here, and where did it go?',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'digest',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'sha256:<hex>',
            schema: {
              type: 'string',
              pattern: '^(sha256:)?[0-9a-f]{64}$',
            },
          },
          {
            name: 'entity',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Entity ref.',
            schema: {
              type: 'string',
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/TombstonePage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/dead-references': {
      get: {
        operationId: 'GetDeadReferences',
        summary:
          "Links to evidence in the catalog's docs that lead nowhere any more.",
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DeadReferencePage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/references': {
      post: {
        operationId: 'ResolveReferences',
        summary: 'Where links to evidence in TechDocs lead.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['references'],
                properties: {
                  references: {
                    type: 'array',
                    maxItems: 100,
                    items: {
                      $ref: '#/components/schemas/EvidenceReference',
                    },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'OK; in the order of the references.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/ResolvedReference',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/restore-check': {
      get: {
        operationId: 'GetRestoreCheck',
        summary: 'Whether a restored backup brought deleted evidence back.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RestoreCheck',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/holds': {
      get: {
        operationId: 'GetHolds',
        summary:
          'Legal holds, newest first; none on an entity that is hidden from the caller.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'active',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Only active ones, or only lifted ones.',
            schema: {
              type: 'boolean',
            },
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/Hold',
                      },
                    },
                  },
                  additionalProperties: false,
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'PlaceHold',
        summary:
          'Keeps everything the target names until another person lifts it.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['target', 'reason', 'reference', 'reviewAt'],
                properties: {
                  target: {
                    $ref: '#/components/schemas/HoldTarget',
                  },
                  reason: {
                    type: 'string',
                    minLength: 3,
                    maxLength: 1000,
                  },
                  reference: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 200,
                  },
                  reviewAt: {
                    type: 'string',
                    format: 'date-time',
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'Placed',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Hold',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/holds/preview': {
      post: {
        operationId: 'PreviewHold',
        summary:
          'What a hold would cover of what the caller may see, without placing it. A target that is hidden from the caller is answered like one that is not known.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['target'],
                properties: {
                  target: {
                    $ref: '#/components/schemas/HoldTarget',
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/HoldPreview',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/holds/{holdId}/entities': {
      get: {
        operationId: 'GetHeldEntities',
        summary:
          'Entities that a hold covers, by ref; none that is hidden from the caller.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'holdId',
            in: 'path',
            required: true,
            description: 'Opaque id.',
            schema: {
              type: 'string',
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/HeldEntityPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/holds/{holdId}/lift': {
      post: {
        operationId: 'LiftHold',
        summary: 'Ends a hold; only another person than who placed it may.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'holdId',
            in: 'path',
            required: true,
            description: 'Opaque id.',
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['reason'],
                properties: {
                  reason: {
                    type: 'string',
                    minLength: 3,
                    maxLength: 1000,
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Hold',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/holds/{holdId}/review': {
      post: {
        operationId: 'ReviewHold',
        summary: 'Says that the hold is still needed, and when to ask again.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'holdId',
            in: 'path',
            required: true,
            description: 'Opaque id.',
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['reviewAt'],
                properties: {
                  reviewAt: {
                    type: 'string',
                    format: 'date-time',
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Hold',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/erasures': {
      get: {
        operationId: 'GetErasures',
        summary: 'Erasures of personal data, newest first.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/Erasure',
                      },
                    },
                  },
                  additionalProperties: false,
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'RequestErasure',
        summary:
          'Asks to erase the bytes of a digest wherever they are evidence.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['digest', 'legalBasis', 'reason'],
                properties: {
                  digest: {
                    type: 'string',
                    pattern: '^sha256:[0-9a-f]{64}$',
                  },
                  legalBasis: {
                    type: 'string',
                    minLength: 3,
                    maxLength: 500,
                  },
                  reason: {
                    type: 'string',
                    minLength: 3,
                    maxLength: 1000,
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'Requested',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Erasure',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/erasures/{erasureId}/approve': {
      post: {
        operationId: 'ApproveErasure',
        summary:
          'Erases at once; only another person than who asked may, and no hold may cover the bytes.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'erasureId',
            in: 'path',
            required: true,
            description: 'Opaque id.',
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['reason'],
                properties: {
                  reason: {
                    type: 'string',
                    minLength: 3,
                    maxLength: 1000,
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Erasure',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/erasures/{erasureId}/reject': {
      post: {
        operationId: 'RejectErasure',
        summary: 'Ends the request; nothing changes.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'erasureId',
            in: 'path',
            required: true,
            description: 'Opaque id.',
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['reason'],
                properties: {
                  reason: {
                    type: 'string',
                    minLength: 3,
                    maxLength: 1000,
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Erasure',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/accesses': {
      get: {
        operationId: 'GetEvidenceAccesses',
        summary:
          'Who read or downloaded what within the last year, newest first.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'entity',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Entity ref.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'releaseId',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Opaque id.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'evidenceId',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'Opaque id.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'by',
            in: 'query',
            required: false,
            allowReserved: true,
            description: 'User entity ref or service subject.',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'action',
            in: 'query',
            required: false,
            allowReserved: true,
            schema: {
              type: 'string',
              enum: ['read', 'download'],
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EvidenceAccessPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/retention/artifacts/{digest}/restore': {
      post: {
        operationId: 'RestoreArtifact',
        summary:
          'Puts the exact bytes of a corrupt, missing or unreadable artifact back, from a copy with the same digest.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'digest',
            in: 'path',
            required: true,
            description: 'sha256:<hex>',
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            '*/*': {
              schema: {},
            },
          },
        },
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RestoredArtifact',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/live': {
      get: {
        operationId: 'GetLiveReleases',
        summary:
          'Releases that are live: promoted and not retired, or the newest of a line.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
        ],
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/LiveRelease',
                      },
                    },
                  },
                  additionalProperties: false,
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/retirements': {
      post: {
        operationId: 'RecordRetirement',
        summary:
          'Records that a release left a stage, or every stage; a release promoted again is live again.',
        security: [
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description:
              'Lets a pipeline send this with the token of its other requests.',
            schema: {
              type: 'string',
              minLength: 8,
              maxLength: 200,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['release'],
                properties: {
                  release: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 200,
                    description: 'Version as given.',
                  },
                  channel: {
                    $ref: '#/components/schemas/Channel',
                  },
                  stage: {
                    type: 'string',
                    description:
                      'One of supplyChain.stages; default every stage.',
                  },
                  reason: {
                    type: 'string',
                    minLength: 3,
                    maxLength: 1000,
                  },
                  supportUntil: {
                    type: 'string',
                    format: 'date-time',
                    description:
                      'Until when it is supported, for classes that count from the end of support: in the future. It only moves later; one that is earlier than what was stated before changes nothing.',
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Recorded before',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Retirement',
                },
              },
            },
          },
          '201': {
            description: 'Recorded',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Retirement',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
  },
} as const;

export function createOpenApiRouter(
  options?: Parameters<typeof createValidatedOpenApiRouter>[1],
) {
  return createValidatedOpenApiRouter<typeof spec>(spec, options);
}
