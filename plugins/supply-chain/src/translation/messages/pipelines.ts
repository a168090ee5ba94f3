/** How pipelines are known by their job's own token. */
export const pipelinesMessages = {
  loading: 'the known pipelines',
  provider: { github: 'GitHub', gitlab: 'GitLab', generic: 'Other issuer' },
  issuers: {
    title: 'Whose tokens are believed',
    audience: 'Audience',
    audienceHint: 'A job asks for a token with this audience and no other.',
    audienceCopy: 'audience',
    noAudience: 'not set',
    age: 'Older tokens are refused',
    ageValue: 'after {{age}}',
    none: 'No issuer',
    keysAt: 'Keys from {{address}}, asked for when a token needs them',
    releaseWhen: 'Channel release when',
    neverRelease: 'Channel change only',
  },
  mappings: {
    title: 'What their jobs may do',
    lead: 'The first mapping whose claims all hold counts. Any other job is refused.',
    name: 'Mapping {{number}}',
    counts: 'Counts for the tested claims',
    claims: 'Claims',
    issuer: 'Issuer',
    entities: 'Entities',
    kinds: 'Kinds',
    everyKind: 'every kind',
    channels: 'Channels',
    noChannel: 'none',
    channel: { release: 'release', change: 'change' },
    actions: 'Actions',
    action: {
      submit: 'send evidence',
      read: 'ask the gate',
      withdraw: 'withdraw',
    },
    madeAt: 'Build time',
    madeAtYes: 'may state it',
    madeAtNo: 'may not state it',
    more: 'Show more mappings',
    shown: '{{shown}} of {{total}} mappings',
  },
  empty: {
    title: 'No pipeline is known by its own token',
    text: 'With this in the portal’s configuration, a job needs no secret: it is known by the token that GitHub or GitLab signs for it. Put in the id and the entity, then restart the portal.',
    label: 'Provider',
    copy: 'configuration',
  },
  test: {
    title: 'Test a claim set',
    lead: 'Says what a job with these claims would be allowed, by the same rules as for real tokens. Signature, age and earlier use are not checked.',
    field: 'Claims as JSON, or a token',
    hint: 'A token is decoded here in the browser and only its claims are sent. The token itself goes nowhere.',
    decoded:
      'Decoded here from the token, which is gone from the page. Its signature was not checked.',
    submit: 'Test',
    example: 'Fill in an example',
    result: 'Result',
    idle: 'The answer comes here.',
    asking: 'Testing…',
    failed: 'Could not test the claims',
    fault: {
      empty: 'Paste a JSON object of claims or a token first.',
      long: 'This is too long: a token’s claims are a few kilobytes.',
      object:
        'Claims are a JSON object such as { "iss": "…" }; this is something else.',
      encrypted:
        'This is an encrypted token of five parts; its claims cannot be read here.',
      parts:
        'This looks like a token, but has {{parts}} of three parts. Copy all of it.',
      base64:
        'The second part of this token, which holds its claims, is damaged.',
      payload: 'The second part of this token is not JSON.',
      number:
        '{{name}} is a number too long to be read exactly; put it in quotes.',
      value: 'Not JSON at {{place}}: a value belongs here.',
      name: 'Not JSON at {{place}}: a name in double quotes belongs here.',
      symbol:
        'Not JSON at {{place}}: names and texts stand in double quotes; only numbers, true, false and null do not.',
      depth:
        'No set of claims: at {{place}} it is nested deeper than claims ever are.',
      colon: 'Not JSON at {{place}}: a colon belongs here.',
      comma:
        'Not JSON at {{place}}: a comma or a closing bracket belongs here.',
      text: 'Not JSON at {{place}}: the text in quotes is not closed, or holds a character that must be escaped.',
      end: 'Not JSON at {{place}}: nothing may follow the end.',
    },
    outcome: {
      allowed: 'Allowed by mapping {{number}}',
      noChannel:
        'Mapping {{number}} matches, but allows no channel that these claims prove',
      audience: 'Mapping {{number}} matches, but the audience is wrong',
      nothing: 'Nothing is allowed',
    },
    audience:
      'A token for “{{seen}}” is refused before any mapping is asked: its audience must be “{{audience}}” and nothing else.',
    principal: 'Would be',
    nobody: 'nobody: these claims name no known pipeline',
    source: 'Source',
    highest: 'Highest channel',
    compared: 'Claims of mapping {{number}}',
    claim: 'Claim',
    expected: 'Asked for',
    seen: 'Seen',
    notSeen: 'not there',
    matches: 'matches',
    differs: 'differs',
    others_one: '{{count, number}} mapping before it does not match',
    others_other: '{{count, number}} mappings before it do not match',
    othersToo_one: '{{count, number}} more mapping does not match',
    othersToo_other: '{{count, number}} more mappings do not match',
  },
  suggestion: {
    title: 'To let it in',
    text: 'Add this to the lists that are in the portal’s configuration, put in the entity, and take away what it need not do. It names the pipeline by ids that are never given to anybody else.',
    generic:
      'Add this to the lists that are in the portal’s configuration, and put in the entity. Whether the issuer gives a subject to somebody else later, only its operator knows.',
    issuer:
      'It also makes the portal believe another issuer. Do that only for one that you know.',
    copy: 'mapping',
    noIssuer:
      'There is no mapping to suggest: iss is missing or is not an https address.',
    noId: 'There is no mapping to suggest: the claim that tells the pipeline is missing.',
  },
} as const;
