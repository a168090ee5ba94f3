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
      claimId: {
        name: 'claimId',
        in: 'path',
        required: true,
        description: 'Opaque claim id.',
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
          changes: {
            $ref: '#/components/schemas/ChangeCounts',
          },
          retainedUntil: {
            type: 'string',
            format: 'date-time',
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
          mirror: {
            $ref: '#/components/schemas/MirrorState',
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
  },
} as const;

export function createOpenApiRouter(
  options?: Parameters<typeof createValidatedOpenApiRouter>[1],
) {
  return createValidatedOpenApiRouter<typeof spec>(spec, options);
}
