import { installWithoutLockfile } from '../../../server/src/rules/dockerfile/install-without-lockfile.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (command: string, lockfile: string, instead: string): string =>
  `\`${command}\` may install other versions than ${lockfile} says. Use ${instead}.`;
const npm = (command = 'npm install'): string => says(command, 'package-lock.json', '`npm ci`');
const YARN = '`yarn install --frozen-lockfile` (`--immutable` since Yarn 2)';

testRule(installWithoutLockfile, {
  clean: [
    'FROM a:1\nCOPY package.json package-lock.json ./\nRUN npm ci\n',
    'FROM a:1\nCOPY package.json ./\nRUN npm install\n',
    'FROM a:1\nCOPY package-lock.json ./\nRUN npm install -g npm && npm install express && npm run install\n',
    'FROM a:1\nCOPY package-lock.json ./\nRUN npm install --package-lock-only && npm --prefix web install\n',
    'FROM a:1\nCOPY yarn.lock ./\nRUN yarn install --frozen-lockfile && yarn build && yarn --immutable\n',
    'FROM a:1\nENV CI=true\nCOPY yarn.lock pnpm-lock.yaml ./\nRUN yarn && pnpm install\n',
    'FROM a:1\nCOPY Gemfile Gemfile.lock ./\nENV BUNDLE_FROZEN=1\nRUN bundle install && bundle exec rake\n',
    'FROM a:1\nCOPY Gemfile.lock ./\nRUN BUNDLE_DEPLOYMENT=true bundle install\n',
    "FROM a:1\nCOPY Gemfile.lock ./\nRUN bundle config set --local deployment 'true' && bundle config set without dev && bundle install\n",
    'FROM a:1 AS b\nRUN bundle config --global frozen 1\nFROM b\nCOPY Gemfile.lock ./\nRUN bundle install\n',
    'FROM a:1\nCOPY Gemfile.lock ./\nRUN bundle config deployment "$DEPLOY"\nRUN bundle install\n',
    'FROM a:1\nCOPY composer.lock ./\nRUN composer install --no-dev\n',
    'FROM a:1 AS test\nRUN composer install\nFROM a:1\nRUN true\n',
    'FROM a:1\nCOPY uv.lock ./\nRUN uv sync --locked --no-dev\n',
    // The lockfile is copied later, or into another stage.
    'FROM a:1\nRUN npm install\nCOPY package-lock.json ./\n',
    'FROM a:1 AS b\nCOPY package-lock.json ./\nFROM a:1\nRUN npm install\n',
    // There is a manifest and no lockfile.
    { code: 'FROM a:1\nCOPY package*.json ./\nRUN npm install\n', beside: ['package.json'] },
    { code: 'FROM a:1\nCOPY . .\nRUN npm install\n', beside: ['package.json'] },
    {
      code: 'FROM a:1\nCOPY . .\nRUN npm install\n',
      files: { '.dockerignore': '*-lock.json\n' },
      beside: ['package.json', 'package-lock.json'],
    },
    'FROM a:1\nCOPY package-lock.json ./\nRUN npm install $PACKAGES\n',
    {
      code: 'FROM a:1\nCOPY . .\nRUN pip install -r requirements.txt\n',
      files: { 'requirements.txt': 'flask==3.0.0\n' },
      beside: [],
    },
  ],
  caught: [
    {
      code: 'FROM node:24-slim\nCOPY package.json package-lock.json ./\nRUN npm ⟦install⟧\n',
      says: npm(),
      fixed: 'FROM node:24-slim\nCOPY package.json package-lock.json ./\nRUN npm ci\n',
    },
    {
      code: 'FROM a:1\nCOPY package*.json ./\nRUN npm ⟦i⟧ --omit=dev \\\n  && npm run build\n',
      says: npm('npm i'),
      fixed: 'FROM a:1\nCOPY package*.json ./\nRUN npm ci --omit=dev \\\n  && npm run build\n',
    },
    {
      code: 'FROM a:1\nCOPY . .\nRUN ["npm", "⟦install⟧"]\n',
      beside: ['package.json', 'package-lock.json'],
      says: npm(),
      fixed: 'FROM a:1\nCOPY . .\nRUN ["npm", "ci"]\n',
    },
    {
      code: 'FROM a:1 AS base\nCOPY package.json yarn.lock ./\nFROM base\nRUN ⟦yarn⟧ && yarn build\n',
      says: says('yarn', 'yarn.lock', YARN),
      fixed: 'FROM a:1 AS base\nCOPY package.json yarn.lock ./\nFROM base\nRUN yarn install --frozen-lockfile && yarn build\n',
    },
    {
      code: 'FROM a:1\nCOPY package.json yarn.lock* ./\nRUN yarn ⟦install⟧\n',
      beside: ['.yarnrc.yml', 'package.json', 'yarn.lock'],
      says: says('yarn install', 'yarn.lock', YARN),
      fixed: 'FROM a:1\nCOPY package.json yarn.lock* ./\nRUN yarn install --immutable\n',
    },
    {
      code: 'FROM a:1\nCOPY pnpm-lock.yaml ./\nRUN corepack enable && pnpm ⟦i⟧ --prod\n',
      says: says('pnpm i', 'pnpm-lock.yaml', '`pnpm install --frozen-lockfile`'),
      fixed: 'FROM a:1\nCOPY pnpm-lock.yaml ./\nRUN corepack enable && pnpm i --frozen-lockfile --prod\n',
    },
    {
      code: 'FROM a:1\nCOPY Gemfile Gemfile.lock ./\nRUN ⟦bundle⟧ -j4\n'.replace('⟦bundle⟧ -j4', 'bundle ⟦install⟧ --jobs 4'),
      says: says('bundle install', 'Gemfile.lock', '`BUNDLE_FROZEN=true bundle install`'),
      fixed: 'FROM a:1\nCOPY Gemfile Gemfile.lock ./\nRUN BUNDLE_FROZEN=true bundle install --jobs 4\n',
    },
    {
      code: 'FROM a:1\nCOPY composer.json composer.lock ./\nRUN composer ⟦update⟧ --no-dev\n',
      says: says('composer update', 'composer.lock', '`composer install`'),
      fixed: 'FROM a:1\nCOPY composer.json composer.lock ./\nRUN composer install --no-dev\n',
    },
    {
      code: 'FROM a:1\nCOPY composer.json composer.lock ./\nRUN composer ⟦update⟧ -q\n',
      says: says('composer update', 'composer.lock', '`composer install`'),
      fixed: 'FROM a:1\nCOPY composer.json composer.lock ./\nRUN composer install --no-dev -q\n',
    },
    {
      code: 'FROM php:8.4-fpm\nRUN composer ⟦install⟧ --optimize-autoloader\n',
      says: '`composer install` also installs what only development needs. Add `--no-dev`.',
      fixed: 'FROM php:8.4-fpm\nRUN composer install --no-dev --optimize-autoloader\n',
    },
    {
      code: 'FROM a:1\nCOPY requirements.txt .\nRUN pip install -r ⟦requirements.txt⟧\n',
      files: { 'requirements.txt': `flask==3.0.0 --hash=sha256:${'a'.repeat(64)}\n` },
      beside: [],
      says: 'The requirements have hashes, but pip installs also what has none once one is missing. Add `--require-hashes`.',
      fixed: 'FROM a:1\nCOPY requirements.txt .\nRUN pip install -r requirements.txt --require-hashes\n',
    },
    {
      code: 'FROM a:1\nCOPY pyproject.toml uv.lock ./\nRUN uv ⟦sync⟧ --no-dev\nCOPY Pipfile.lock .\nRUN pipenv ⟦install⟧\nCOPY bun.lock .\nRUN bun ⟦install⟧\n',
      says: [
        says('uv sync', 'uv.lock', '`uv sync --locked`'),
        says('pipenv install', 'Pipfile.lock', '`pipenv install --deploy`'),
        says('bun install', 'bun.lock', '`bun install --frozen-lockfile`'),
      ],
      fixed:
        'FROM a:1\nCOPY pyproject.toml uv.lock ./\nRUN uv sync --locked --no-dev\nCOPY Pipfile.lock .\nRUN pipenv install --deploy\nCOPY bun.lock .\nRUN bun install --frozen-lockfile\n',
    },
    {
      code: 'FROM a:1\nCOPY package-lock.json yarn.lock ./\nRUN npm ⟦install⟧ --fetch-timeout 60000\nRUN yarn ⟦install⟧ --network-timeout 60000\n',
      says: [npm(), says('yarn install', 'yarn.lock', YARN)],
      fixed:
        'FROM a:1\nCOPY package-lock.json yarn.lock ./\nRUN npm ci --fetch-timeout 60000\nRUN yarn install --frozen-lockfile --network-timeout 60000\n',
    },
    {
      code: 'FROM a:1 AS b\nRUN bundle config set frozen true\nFROM a:1\nCOPY Gemfile.lock ./\nRUN bundle config set frozen false && bundle config set path x && bundle config frozen\nRUN bundle ⟦install⟧\nRUN bundle config set frozen true && bundle config unset frozen && bundle ⟦install⟧\nRUN bundle config set frozen true\n',
      says: [
        says('bundle install', 'Gemfile.lock', '`BUNDLE_FROZEN=true bundle install`'),
        says('bundle install', 'Gemfile.lock', '`BUNDLE_FROZEN=true bundle install`'),
      ],
      fixed:
        'FROM a:1 AS b\nRUN bundle config set frozen true\nFROM a:1\nCOPY Gemfile.lock ./\nRUN bundle config set frozen false && bundle config set path x && bundle config frozen\nRUN BUNDLE_FROZEN=true bundle install\nRUN bundle config set frozen true && bundle config unset frozen && BUNDLE_FROZEN=true bundle install\nRUN bundle config set frozen true\n',
    },
  ],
});
