import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Modules that reach the network or start processes. Nothing that ships may use them (an editor's language client aside). */
const OUTSIDE = [
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'child_process',
  'cluster',
  'worker_threads',
];

export default tseslint.config(
  {
    ignores: ['dist/', 'node_modules/', '.tools/', '.shots/', '.vscode-test/', 'examples/', 'test/fixtures/'],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that a thing has one name everywhere.' },
        {
          selector: "ImportExpression[source.type='Literal'][source.value=/^\\.\\.?\\/.*(?<!\\.ts)$/]",
          message: 'Relative imports name the file, with .ts.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // Texts hold control characters, BOMs and the like on purpose: they are what the models must stand.
      'no-control-regex': 'off',
      // Loops whose bounds were just checked say so with `as`, which unlike `!` names the type.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // A callback that has nothing to do is an empty arrow.
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true }],
      // The flags that make indexing honest already make these checks necessary.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      // `match[0]!` is forbidden, but a generator that yields nothing is a rule that has nothing to say.
      'require-yield': 'off',
    },
  },
  {
    // A generated list grows with the rules.
    files: ['server/src/rules/index.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['server/src/rules/**/*.ts'],
    ignores: ['server/src/rules/index.ts', 'server/src/rules/support/**', 'server/src/rules/*/support/**'],
    rules: { 'max-lines': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: OUTSIDE.flatMap((name) => [name, `node:${name}`]) }],
      'no-restricted-globals': ['error', 'fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'],
    },
  },
  {
    // What a person asked for by choosing a fix is all that this file sends.
    files: ['server/src/hosts/image-registry.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    // Fetches advisory data when a person asked for an update.
    files: ['server/src/hosts/network/http.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['scripts/**/*.ts', 'bench/**/*.ts', 'test/**/*.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  {
    // The only files whose default export something else asks for.
    files: ['eslint.config.js', 'scripts/test/mocha-reporter.ts'],
    ...tseslint.configs.disableTypeChecked,
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'no-restricted-syntax': 'off' },
  },
);
