/** Few rules, all errors. The walls between the layers say what to do instead. */
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const wall = (patterns) => ['error', { patterns }];

const noOutside = {
  group: ['**/electron/**', '**/renderer/**', '**/tests/**', '**/build/**', 'electron', 'react*', 'dexie', 'node:*'],
  message: 'shared/ is pure: no window, no disk, no process. Take what you need as a parameter, or move this file to the layer that owns it.',
};
const purity = [
  { selector: "NewExpression[callee.name='Date']", message: 'shared/ has no clock: take the date as a parameter.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'shared/ has no clock: take the time as a parameter.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'shared/ draws no numbers of its own: take a seeded generator as a parameter.' },
];

export default tseslint.config(
  { ignores: ['dist/**', 'release/**', 'node_modules/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', 400],
      'no-console': 'error',
      'no-empty': 'error',
      eqeqeq: 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  // What is declared of a kind of file stands outside all modules, so that it names a type in no other way.
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }] } },
  { files: ['build/**'], rules: { 'no-restricted-exports': 'off', 'no-console': 'off' } },
  {
    files: ['shared/**/*.ts'],
    rules: { 'no-restricted-imports': wall([noOutside]), 'no-restricted-syntax': ['error', ...purity] },
  },
  {
    files: ['renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': wall([
        { group: ['**/electron/**', '**/tests/**', '**/build/**', 'electron', 'node:*'], message: 'The window reaches the world outside only through shared/host.ts.' },
      ]),
    },
  },
  {
    files: ['renderer/{grid,charts,library,store,host}/**'],
    rules: {
      'no-restricted-imports': wall([
        { group: ['**/electron/**', '**/tests/**', '**/views/**', 'electron', 'node:*'], message: 'Grid, charts, library, store and host know no view: pass what they need as properties or parameters.' },
      ]),
    },
  },
  {
    files: ['electron/**'],
    rules: { 'no-restricted-imports': wall([{ group: ['**/renderer/**', '**/tests/**', '**/build/**'], message: 'electron/ and renderer/ meet only in shared/.' }]) },
  },
  {
    files: ['electron/**/*.ts', 'tests/**/*.{ts,tsx}'],
    ignores: ['electron/{main,preload,window,menu}.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'electron', allowTypeImports: true, message: 'Only main, preload, window and menu touch Electron; everything else takes what it needs as a parameter and runs under plain Node.' },
          ],
        },
      ],
    },
  },
  {
    files: ['shared/model/**/*.ts'],
    rules: {
      'no-restricted-imports': wall([
        noOutside,
        { regex: '^\\.\\./(?!result\\.ts$)', message: 'The model stands on nothing but itself and shared/result.ts. Move what needs more to the layer above.' },
        { regex: '^[^.]', message: 'The model uses no library.' },
      ]),
    },
  },
);
