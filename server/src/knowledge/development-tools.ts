import type { Ecosystem } from '../base/ecosystem.ts';

/**
 * Packages that test, lint, format, watch or document a project and have no part in what it does at run time, from their own documentation, which says to install
 * them for development. As of 2026-11. Left out: what libraries are made of as well (type declarations, and frameworks that a wrapper brings).
 * A trailing `*` stands for any ending.
 */
export const DEVELOPMENT_TOOLS: Readonly<Partial<Record<Ecosystem, string>>> = {
  npm: `
    jest jest-cli jest-environment-jsdom jest-junit ts-jest babel-jest mocha chai chai-as-promised chai-http sinon sinon-chai nyc c8 istanbul
    vitest @vitest/coverage-v8 @vitest/coverage-c8 @vitest/coverage-istanbul @vitest/ui ava tap tape jasmine jasmine-core karma karma-* qunit uvu
    cypress @cypress/code-coverage @playwright/test @testing-library/* supertest nock msw-storybook-addon enzyme enzyme-adapter-react-16 testcafe nightwatch
    webdriverio @wdio/cli codeceptjs protractor fast-check rewire proxyquire
    eslint eslint-config-* eslint-plugin-* @typescript-eslint/eslint-plugin @typescript-eslint/parser typescript-eslint tslint tslint-config-* jshint jscs
    standard xo oxlint stylelint stylelint-config-* @biomejs/biome prettier prettier-plugin-* markdownlint markdownlint-cli markdownlint-cli2 htmlhint
    commitlint @commitlint/cli @commitlint/config-conventional husky lint-staged pre-commit lefthook simple-git-hooks commitizen cz-conventional-changelog
    nodemon ts-node-dev tsc-watch npm-check npm-check-updates depcheck knip madge size-limit bundlesize publint
    semantic-release standard-version release-it np @changesets/cli conventional-changelog-cli auto-changelog lerna
    storybook @storybook/addon-* typedoc jsdoc documentation webpack-dev-server webpack-bundle-analyzer browser-sync live-server
    coveralls codecov concurrently npm-run-all npm-run-all2 cross-env @babel/cli
  `,
  PyPI: `
    pytest pytest-* coverage tox nox hypothesis mock nose nose2 black flake8 flake8-* pylint pylint-* isort autopep8 yapf ruff mypy pyright pyflakes pycodestyle
    pydocstyle bandit pre-commit pip-tools bump2version bumpversion bumpver twine sphinx-autobuild pyre-check pytype vulture radon codespell factory-boy
    responses freezegun requests-mock tavern pip-audit safety ipdb pdbpp pyinstrument line-profiler memory-profiler doc8 pyupgrade autoflake interrogate
    commitizen towncrier check-manifest
  `,
  'crates.io': `
    criterion proptest quickcheck quickcheck-macros rstest mockall mockito wiremock trybuild insta pretty-assertions assert-cmd assert-fs serial-test
    test-case test-log httpmock predicates divan iai cargo-husky
  `,
  RubyGems: `
    rspec rspec-* minitest minitest-* test-unit simplecov rubocop rubocop-* standardrb reek brakeman bundler-audit guard guard-* capybara
    selenium-webdriver webdrivers cucumber cucumber-rails shoulda shoulda-matchers factory_bot factory_bot_rails factory_girl factory_girl_rails
    database_cleaner webmock vcr timecop pry-byebug byebug web-console listen spring spring-* letter_opener better_errors binding_of_caller overcommit
    erb_lint solargraph yard bullet
  `,
  Packagist: `
    phpunit/phpunit phpunit/php-code-coverage mockery/mockery phpspec/phpspec behat/behat behat/mink codeception/codeception pestphp/pest pestphp/pest-*
    phpstan/phpstan phpstan/phpstan-* phpstan/extension-installer vimeo/psalm squizlabs/php_codesniffer friendsofphp/php-cs-fixer phpmd/phpmd
    rector/rector laravel/pint laravel/sail laravel/dusk nunomaduro/collision nunomaduro/larastan larastan/larastan fakerphp/faker fzaninotto/faker
    mikey179/vfsstream infection/infection sebastian/phpcpd slevomat/coding-standard symfony/phpunit-bridge symfony/maker-bundle
    symfony/debug-bundle symfony/web-profiler-bundle phing/phing captainhook/captainhook brianium/paratest roave/security-advisories
    dealerdirect/phpcodesniffer-composer-installer php-parallel-lint/php-parallel-lint spatie/laravel-ignition barryvdh/laravel-ide-helper
    barryvdh/laravel-debugbar
  `,
  Maven: `
    junit:junit org.junit.jupiter:* org.junit.vintage:* org.testng:testng org.mockito:* org.mockito.kotlin:* org.powermock:* org.easymock:easymock org.jmock:*
    org.assertj:assertj-core org.hamcrest:* com.google.truth:truth org.awaitility:awaitility io.rest-assured:* com.github.tomakehurst:wiremock*
    org.wiremock:wiremock* org.testcontainers:* org.springframework.boot:spring-boot-starter-test org.springframework.security:spring-security-test
    org.springframework:spring-test io.projectreactor:reactor-test org.spockframework:* io.mockk:* io.kotest:* com.tngtech.archunit:*
    org.jetbrains.kotlin:kotlin-test* nl.jqno.equalsverifier:equalsverifier org.skyscreamer:jsonassert org.robolectric:robolectric
    androidx.test:* androidx.test.ext:* androidx.test.espresso:* app.cash.turbine:turbine
  `,
  Hex: `
    credo dialyxir ex_doc excoveralls mix_test_watch mox ex_machina bypass sobelow mix_audit doctor inch_ex wallaby hound meck mock stream_data propcheck
    phoenix_live_reload junit_formatter benchee benchfella styler recode ex_check git_hooks
  `,
  Pub: 'test flutter_test mockito mocktail build_runner lints flutter_lints very_good_analysis flutter_launcher_icons integration_test json_serializable freezed',
};

/**
 * Packages that compile and bundle. What is made for others may call them while it runs, so they are out of place only among what an application needs. As of 2026-11.
 */
export const BUILD_TOOLS = `
  typescript ts-node webpack webpack-cli webpack-merge html-webpack-plugin copy-webpack-plugin mini-css-extract-plugin terser-webpack-plugin
  css-minimizer-webpack-plugin fork-ts-checker-webpack-plugin css-loader style-loader sass-loader less-loader postcss-loader ts-loader babel-loader
  esbuild-loader file-loader url-loader raw-loader rollup rollup-plugin-* @rollup/plugin-* vite @vitejs/plugin-* vite-plugin-* parcel parcel-bundler
  gulp gulp-* grunt grunt-* tsup
`;
