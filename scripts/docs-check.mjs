// Checks that the documentation is true of the code: links, scripts, flags, config
// keys, permissions, annotations, refusal codes, rules, dependencies and licences.
// `--write` renews what is derived. Exits 1 with one line for each fault.
import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const faults = [];
const read = path => readFileSync(join(root, path), 'utf8');
const json = path => JSON.parse(read(path));

function files(folder, accept) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(
    entry => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        return /^(node_modules|dist|dist-types|results)$/.test(entry.name)
          ? []
          : files(path, accept);
      }
      return accept(entry.name) ? [path] : [];
    },
  );
}
const texts = paths => paths.map(read).join('\n');
const isSource = name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name);

const packages = [
  ...readdirSync(join(root, 'packages')).map(name => `packages/${name}`),
  ...readdirSync(join(root, 'plugins')).map(name => `plugins/${name}`),
].filter(path => existsSync(join(root, path, 'package.json')));
const published = packages.filter(
  path => !json(`${path}/package.json`).private,
);
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...files('docs', name => name.endsWith('.md')),
  ...packages
    .map(path => `${path}/README.md`)
    .filter(path => existsSync(join(root, path))),
];

/** Fenced blocks of a page with their language. */
function snippets(text) {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)].map(
    ([, language, code]) => ({
      language,
      code,
    }),
  );
}

function slug(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

function checkLinks(page, text) {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  for (const [, target] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^https?:/.test(target)) continue;
    const [path, anchor] = target.split('#');
    const file = path ? join(dirname(page), path) : page;
    if (!existsSync(join(root, file))) {
      faults.push(`${page}: link to '${target}', which is not there`);
    } else if (anchor) {
      const headings = [...read(file).matchAll(/^#+ (.*)$/gm)].map(match =>
        slug(match[1]),
      );
      if (!headings.includes(anchor)) {
        faults.push(
          `${page}: link to '${target}', but there is no such heading`,
        );
      }
    }
  }
}

const scripts = json('package.json').scripts;
const YARN_ITSELF = ['install', 'add', 'pack', 'workspace', 'changeset'];
function checkScripts(page, text) {
  const commands = [
    ...snippets(text).map(({ code }) => code),
    ...[...text.matchAll(/`([^`\n]+)`/g)].map(match => match[1]),
  ].join('\n');
  for (const [, name] of commands.matchAll(
    /(?:^|[\s])yarn (?:--cwd \S+ )?([a-z][\w:-]*)/gm,
  )) {
    if (!scripts[name] && !YARN_ITSELF.includes(name)) {
      faults.push(`${page}: 'yarn ${name}' is no script`);
    }
  }
  for (const [, name] of commands.matchAll(
    /\bnpm (?:run )?(start|test|[a-z]+:[\w:-]+)/g,
  )) {
    if (!scripts[name]) faults.push(`${page}: 'npm ${name}' is no script`);
  }
  for (const [, path] of commands.matchAll(
    /\bnode ((?:scripts|bench|e2e)\/\S+\.mjs)/g,
  )) {
    if (!existsSync(join(root, path)))
      faults.push(`${page}: '${path}' is not there`);
  }
}

const cli = texts(files('packages/cli/src', isSource));
const registered = read('packages/cli/src/run.ts');
const commands = new Set(
  [...cli.matchAll(/\.command\('([\w-]+)/g)]
    .map(match => match[1])
    .filter(name => registered.includes(`${name}Command`)),
);
const flags = new Set([...cli.matchAll(/'--([\w-]+)/g)].map(match => match[1]));
['help', 'version'].forEach(flag => flags.add(flag));
const startFlags = new Set(
  [...read('scripts/start.mjs').matchAll(/--([\w-]+)/g)].map(match => match[1]),
);
function checkCli(page, text) {
  const lines = [
    ...snippets(text).flatMap(({ code }) => code.split('\n')),
    ...[...text.matchAll(/`([^`\n]+)`/g)].map(match => match[1]),
  ];
  for (const line of lines) {
    const call =
      /(?:^|\s)(?:supply-chain|@hotpass\/supply-chain-cli)(?: ([a-z][\w-]*))?(.*)/.exec(
        line,
      );
    if (call && !/@hotpass\/supply-chain-cli$/.test(line)) {
      if (call[1] && !commands.has(call[1]) && /npx|^supply-chain/.test(line)) {
        faults.push(`${page}: 'supply-chain ${call[1]}' is no command`);
      }
      for (const [, flag] of call[2].matchAll(/ --([\w-]+)/g)) {
        if (!flags.has(flag))
          faults.push(`${page}: '--${flag}' is no flag of supply-chain`);
      }
    }
    const start = /npm start -- (.*)/.exec(line);
    for (const [, flag] of start?.[1].matchAll(/--([\w-]+)/g) ?? []) {
      if (!startFlags.has(flag))
        faults.push(`${page}: '--${flag}' is no flag of npm start`);
    }
  }
  if (!/cli/.test(page)) return;
  for (const [, flag] of text.matchAll(/^\|[^|\n]*\|? ?`--([\w-]+)`/gm)) {
    if (!flags.has(flag))
      faults.push(`${page}: '--${flag}' is no flag of supply-chain`);
  }
}

/** Every dotted path that the config type declares, arrays as `[]`. */
function configKeys() {
  const path = 'plugins/supply-chain-backend/config.d.ts';
  const file = ts.createSourceFile(
    path,
    read(path),
    ts.ScriptTarget.Latest,
    true,
  );
  const keys = new Set();
  function walk(type, prefix) {
    if (ts.isParenthesizedTypeNode(type)) walk(type.type, prefix);
    else if (
      ts.isTypeReferenceNode(type) &&
      type.typeName.getText() === 'Array'
    ) {
      keys.add(`${prefix}[]`);
      walk(type.typeArguments[0], `${prefix}[]`);
    } else if (ts.isUnionTypeNode(type)) {
      for (const one of type.types) walk(one, prefix);
    } else if (ts.isTypeLiteralNode(type)) members(type.members, prefix);
  }
  function members(list, prefix) {
    for (const member of list) {
      if (!ts.isPropertySignature(member)) continue;
      const key = prefix
        ? `${prefix}.${member.name.getText()}`
        : member.name.getText();
      keys.add(key);
      walk(member.type, key);
    }
  }
  file.forEachChild(node => {
    if (ts.isInterfaceDeclaration(node)) members(node.members, '');
  });
  return keys;
}
const known = configKeys();
function checkConfigKeys(page, text) {
  for (const [, key] of text.matchAll(/`(supplyChain\.[\w.[\]]+)`/g)) {
    // prose may leave out the brackets of an array
    if (
      !known.has(key) &&
      ![...known].some(one => one.replaceAll('[]', '') === key)
    ) {
      faults.push(`${page}: '${key}' is no config key`);
    }
  }
}

function checkConfigIn(page, value, prefix) {
  if (Array.isArray(value)) {
    value.forEach(item => checkConfigIn(page, item, `${prefix}[]`));
  } else if (value && typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) {
      const key = `${prefix}.${name}`;
      // below a key that declares nothing further, names are free
      if (!known.has(key)) {
        const free = ![...known].some(one => one.startsWith(`${prefix}.`));
        if (!free) faults.push(`${page}: '${key}' is no config key`);
      } else checkConfigIn(page, inner, key);
    }
  }
}

function checkSnippets(page, text) {
  for (const { language, code } of snippets(text)) {
    if (language === 'yaml') {
      for (const document of parseAllDocuments(code)) {
        for (const error of document.errors)
          faults.push(`${page}: yaml: ${error.message}`);
        const value = document.errors.length ? undefined : document.toJS();
        if (value?.supplyChain)
          checkConfigIn(page, value.supplyChain, 'supplyChain');
      }
    } else if (language === 'json') {
      try {
        JSON.parse(code);
      } catch (error) {
        faults.push(`${page}: json: ${error.message}`);
      }
    } else if (language === 'ts' || language === 'tsx') {
      const { diagnostics } = ts.transpileModule(code, {
        reportDiagnostics: true,
        compilerOptions: {
          jsx: ts.JsxEmit.Preserve,
          module: ts.ModuleKind.ESNext,
          target: ts.ScriptTarget.Latest,
        },
        fileName: `snippet.${language}`,
      });
      for (const { messageText } of diagnostics)
        faults.push(`${page}: ${language}: ${messageText}`);
      checkImports(page, code);
    }
  }
}

const entries = new Map();
for (const path of published) {
  const { name, exports: map, main } = json(`${path}/package.json`);
  if (path === 'packages/cli') continue;
  for (const [key, file] of Object.entries(map ?? { '.': `./${main}` })) {
    if (/\.tsx?$/.test(file))
      entries.set(join(name, key).replaceAll('\\', '/'), join(path, file));
  }
}

/** Names that our packages are said to export must be there. */
function checkImports(page, code) {
  for (const [, names, specifier] of code.matchAll(
    /import \{([^}]+)\} from '(@hotpass\/[^']+)'/g,
  )) {
    const entry = entries.get(specifier);
    if (!entry) {
      faults.push(`${page}: '${specifier}' is no entry of a package`);
      continue;
    }
    const source = texts(files(dirname(entry), isSource));
    for (const name of names
      .split(',')
      .map(part => part.trim())
      .filter(Boolean)) {
      if (
        !new RegExp(
          `export (?:const|class|(?:async )?function|type|interface) ${name}\\b`,
        ).test(source)
      ) {
        faults.push(`${page}: '${specifier}' has no '${name}'`);
      }
    }
  }
}

function checkWords(page, text) {
  const common = texts(files('plugins/supply-chain-common/src', isSource));
  for (const [word] of text.matchAll(
    /supply-chain(?:\.hotpass\.io\/[\w-]+|\.(?:evidence|health)\.\w+)/g,
  )) {
    if (!common.includes(`'${word}'`))
      faults.push(`${page}: '${word}' is not in the code`);
  }
  const everything = texts(
    packages.flatMap(path => files(`${path}/src`, isSource)),
  );
  for (const [, metric] of text.matchAll(/`(supply_chain\.[\w.]+)`/g)) {
    if (!everything.includes(`'${metric}'`))
      faults.push(`${page}: metric '${metric}' is not in the code`);
  }
}

/** First cells of a table below a heading. */
function column(text, heading) {
  const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(match => match[1]);
}

function checkRefusals() {
  const page = 'docs/operations.md';
  const documented = column(read(page), 'Refusals by code');
  const intake = texts(
    ['intake', 'collectors'].flatMap(area =>
      files(`plugins/supply-chain-backend/src/${area}`, isSource),
    ),
  );
  const library = texts(
    files('packages/evidence/src', isSource).filter(
      path => !path.endsWith('/EvidenceError.ts'),
    ),
  );
  const declared = [
    ...read('packages/evidence/src/model/EvidenceError.ts').matchAll(
      /\| '([\w-]+)'/g,
    ),
  ].map(match => match[1]);
  const codes = new Set([
    ...[...intake.matchAll(/code: '([\w-]+)'/g)].map(match => match[1]),
    ...[...intake.matchAll(/refused\(\s*'([\w-]+)'/g)].map(match => match[1]),
    ...declared.filter(code => library.includes(`'${code}'`)),
  ]);
  for (const code of codes) {
    if (!documented.includes(code))
      faults.push(`${page}: refusal '${code}' is not explained`);
  }
  for (const code of documented) {
    if (!codes.has(code))
      faults.push(`${page}: nothing refuses with '${code}'`);
  }
}

function checkFormats() {
  const page = 'docs/evidence-formats.md';
  const documented = [...read(page).matchAll(/^\| `([\w-]+)` +\|/gm)].map(
    match => match[1],
  );
  const union = /type FormatId =([^;]+);/.exec(
    read('packages/evidence/src/model/EvidenceFacts.ts'),
  )[1];
  const formats = [...union.matchAll(/'([\w-]+)'/g)]
    .map(match => match[1])
    .filter(id => id !== 'unknown');
  for (const id of formats)
    if (!documented.includes(id)) faults.push(`${page}: '${id}' is not listed`);
  for (const id of documented)
    if (!formats.includes(id)) faults.push(`${page}: '${id}' is no format`);
}

function checkApi() {
  const page = 'docs/http-api.md';
  const spec = parseAllDocuments(
    read('plugins/supply-chain-backend/src/schema/openapi.yaml'),
  )[0].toJS();
  const entity = '/v1/entities/{kind}/{namespace}/{name}';
  const documented = new Set(
    [...read(page).matchAll(/`(GET|POST) (\S+)`/g)].map(
      ([, method, path]) => `${method} ${path.replace('…', entity)}`,
    ),
  );
  documented.add('POST /v1/artifacts');
  const real = Object.entries(spec.paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter(key => /^(get|post|put|patch|delete)$/.test(key))
      .map(method => `${method.toUpperCase()} ${path}`),
  );
  for (const call of real)
    if (!documented.has(call)) faults.push(`${page}: '${call}' is not listed`);
  for (const call of documented)
    if (!real.includes(call))
      faults.push(`${page}: '${call}' is not in openapi.yaml`);
}

function checkDependencies() {
  const page = 'docs/dependencies.md';
  for (const path of published) {
    const { name, dependencies = {} } = json(`${path}/package.json`);
    const section =
      read(page).split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
    const rows = new Map(
      [...section.matchAll(/^\| `([^`]+)` +\| ([^|]+) \|/gm)].map(match => [
        match[1],
        match[2].trim(),
      ]),
    );
    for (const dependency of Object.keys(dependencies)) {
      if (dependency.startsWith('@hotpass/')) continue;
      if (!rows.has(dependency))
        faults.push(
          `${page}: ${name} needs '${dependency}', no reason is given`,
        );
      const manifest = [
        `${path}/node_modules/${dependency}/package.json`,
        `node_modules/${dependency}/package.json`,
      ].find(file => existsSync(join(root, file)));
      if (!manifest || !rows.has(dependency)) continue;
      const { license, licenses } = json(manifest);
      const stated =
        license ?? licenses?.map(one => one.type ?? one).join(' OR ');
      if (stated && stated !== rows.get(dependency)) {
        faults.push(
          `${page}: '${dependency}' is ${stated}, not ${rows.get(dependency)}`,
        );
      }
    }
    for (const dependency of rows.keys()) {
      if (!dependencies[dependency])
        faults.push(`${page}: ${name} does not need '${dependency}'`);
    }
  }
}

async function renewRules() {
  const page = 'docs/policy-authoring.md';
  const rules = json('packages/evidence/assets/policy/rules.json');
  const row = rule =>
    `| \`${rule.code}\` | ${rule.title} | ${rule.severity} | ${
      rule.level === 'warn' ? 'never' : rule.effectiveOn?.slice(0, 10) ?? 'now'
    } | ${rule.collections.join(', ')} |`;
  const table = [
    '| Code | Title | Severity | Denies from | Collections |',
    '| --- | --- | --- | --- | --- |',
    ...rules.map(row),
  ].join('\n');
  const before = read(page);
  const after = await prettier.format(
    before.replace(
      /(<!-- rules[^>]*-->\n)[\s\S]*?(<!-- \/rules -->)/,
      `$1\n${table}\n\n$2`,
    ),
    { ...(await prettier.resolveConfig(join(root, page))), parser: 'markdown' },
  );
  if (before === after) return;
  if (process.argv.includes('--write')) writeFileSync(join(root, page), after);
  else
    faults.push(
      `${page}: the table of rules is stale: run \`node scripts/docs-check.mjs --write\``,
    );
}

function checkNavigation() {
  const nav = read('mkdocs.yml');
  const listed = new Set(
    [...nav.matchAll(/: (\S+\.md)$/gm)].map(match => match[1]),
  );
  for (const page of files('docs', name => name.endsWith('.md'))) {
    const path = relative('docs', page);
    if (!listed.delete(path))
      faults.push(`mkdocs.yml: '${path}' is not in nav`);
  }
  for (const path of listed) faults.push(`mkdocs.yml: '${path}' is not there`);
}

// A binary is only kept with its recipe and its digest.
function checkImages() {
  const known = json('docs/img/images.json');
  for (const name of readdirSync(join(root, 'docs/img'))) {
    if (/\.(svg|json)$/.test(name)) continue;
    const sha256 = createHash('sha256')
      .update(readFileSync(join(root, 'docs/img', name)))
      .digest('hex');
    if (known[name]?.sha256 !== sha256 || !known[name].recipe)
      faults.push(`docs/img/${name}: is not what images.json says`);
  }
}

await renewRules();
for (const page of pages) {
  const text = read(page);
  for (const check of [
    checkLinks,
    checkScripts,
    checkCli,
    checkConfigKeys,
    checkSnippets,
    checkWords,
  ])
    check(page, text);
}
for (const path of published) {
  if (!existsSync(join(root, path, 'README.md')))
    faults.push(`${path}: has no README.md`);
}
checkRefusals();
checkFormats();
checkApi();
checkDependencies();
checkNavigation();
checkImages();
if (statSync(join(root, 'LICENSE')).size < 11_000)
  faults.push('LICENSE: not the whole text');

for (const fault of [...new Set(faults)]) console.error(fault);
console.log(`${pages.length} pages checked, ${new Set(faults).size} faults`);
process.exitCode = faults.length ? 1 : 0;
