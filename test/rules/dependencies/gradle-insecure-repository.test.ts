import { gradleInsecureRepository } from '../../../server/src/rules/dependencies/gradle-insecure-repository.ts';
import { testRule } from '../../support/rule-tester.ts';

const HTTP = 'The repository is reached over plain HTTP, where anyone on the way can replace what it sends. Use HTTPS.';
const SCRIPT = 'The script comes over plain HTTP and is run, so anyone on the way can replace it. Use HTTPS.';
const ALLOWED =
  'The repository may answer over plain HTTP, where anyone on the way can replace what it sends. Remove the permission.';
const groovy = (code: string) => ({ path: 'build.gradle', code });
const kotlin = (code: string) => ({ path: 'build.gradle.kts', code });

testRule(gradleInsecureRepository, {
  clean: [
    groovy("repositories {\n  mavenCentral()\n  maven { url 'https://m.example/repo' }\n}\n"),
    groovy("repositories { maven { url 'http://localhost:8081/m2'; allowInsecureProtocol = true } }\n"),
    groovy("repositories { maven { url 'http://127.0.0.1/m2' } }\n"),
    groovy('repositories { maven { url "$repoUrl/m2" } }\n'),
    groovy("// maven { url 'http://m.example' }\nrepositories { google() }\n"),
    groovy("/*\nrepositories { maven { url 'http://m.example' } }\n*/\n"),
    groovy("dependencies { implementation 'a:b:1' }\npublishing { publications { m { pom { url = 'http://p.example' } } } }\n"),
    groovy("ext.docs = 'http://docs.example'\ntasks.register('x') { println 'http://m.example' }\n"),
    groovy("repositories { maven { url 'https://m.example'; allowInsecureProtocol = false } }\n"),
    groovy("repositories { maven { url 'libs' } ; flatDir { dirs 'libs' } }\n"),
    kotlin('repositories { maven("https://m.example") ; maven { url = uri("file:///m2") } }\n'),
    kotlin('repositories { maven { url = uri(System.getenv("REPO")) } }\n'),
    { path: 'settings.gradle.kts', code: 'pluginManagement { repositories { gradlePluginPortal() } }\n' },
    { path: 'package.json', code: '{"dependencies":{"a":"http://h/a.tgz"}}' },
  ],
  caught: [
    {
      ...groovy("repositories {\n  maven { url '⟦http⟧://m.example/repo' }\n}\n"),
      says: HTTP,
      fixed: "repositories {\n  maven { url 'https://m.example/repo' }\n}\n",
    },
    {
      ...groovy("repositories { maven {\n  url = uri('⟦http⟧://m.example')\n  allowInsecureProtocol = true\n} }\n"),
      says: HTTP,
      fixed: "repositories { maven {\n  url = uri('https://m.example')\n} }\n",
    },
    {
      ...groovy("repositories { maven { url '⟦HTTP⟧://m.example' ; allowInsecureProtocol true } }\n"),
      says: HTTP,
      fixed: "repositories { maven { url 'https://m.example' ; } }\n",
    },
    {
      ...groovy('buildscript { repositories { maven { url "⟦http⟧://m.example:8081/x" } }\n}\n'),
      says: HTTP,
      fixed: 'buildscript { repositories { maven { url "https://m.example:8081/x" } }\n}\n',
    },
    {
      ...groovy(
        "allprojects {\n repositories {\n  ivy { url '⟦http⟧://i.example' }\n  maven { setUrl('⟦http⟧://n.example') }\n }\n}\n",
      ),
      says: [HTTP, HTTP],
      fixed:
        "allprojects {\n repositories {\n  ivy { url 'https://i.example' }\n  maven { setUrl('https://n.example') }\n }\n}\n",
    },
    {
      ...groovy("def repo = '⟦http⟧://m.example'\nrepositories { maven { url repo } }\n"),
      says: HTTP,
      fixed: "def repo = 'https://m.example'\nrepositories { maven { url repo } }\n",
    },
    {
      ...groovy("publishing { repositories { maven { url = '⟦http⟧://up.example' } } }\n"),
      says: HTTP,
      fixed: "publishing { repositories { maven { url = 'https://up.example' } } }\n",
    },
    {
      ...groovy("repositories { maven { url 'https://m.example'\n  ⟦allowInsecureProtocol = true⟧\n} }\n"),
      says: ALLOWED,
      fixed: "repositories { maven { url 'https://m.example'\n} }\n",
    },
    {
      ...kotlin('repositories {\n    maven("⟦http⟧://m.example") { isAllowInsecureProtocol = true }\n}\n'),
      says: HTTP,
      fixed: 'repositories {\n    maven("https://m.example") { }\n}\n',
    },
    {
      ...kotlin('repositories { maven(url = "⟦http⟧://m.example") ; maven { url = uri("⟦http⟧://n.example") } }\n'),
      says: [HTTP, HTTP],
      fixed: 'repositories { maven(url = "https://m.example") ; maven { url = uri("https://n.example") } }\n',
    },
    {
      ...kotlin('repositories { maven { url = uri(repo); ⟦isAllowInsecureProtocol = true⟧ } }\n'),
      says: ALLOWED,
      fixed: 'repositories { maven { url = uri(repo); } }\n',
    },
    {
      path: 'settings.gradle.kts',
      code: 'dependencyResolutionManagement {\n  repositories {\n    exclusiveContent { forRepository { maven("⟦http⟧://m.example") } }\n  }\n}\n',
      says: HTTP,
      fixed:
        'dependencyResolutionManagement {\n  repositories {\n    exclusiveContent { forRepository { maven("https://m.example") } }\n  }\n}\n',
    },
    {
      ...groovy("uploadArchives { repositories { mavenDeployer { repository(url: '⟦http⟧://up.example') } } }\n"),
      says: HTTP,
      fixed: "uploadArchives { repositories { mavenDeployer { repository(url: 'https://up.example') } } }\n",
    },
    {
      ...groovy(
        "apply from: '⟦http⟧://s.example/common.gradle'\napply from: 'https://s.example/x.gradle'\napply plugin: 'java'\n",
      ),
      says: SCRIPT,
      fixed: "apply from: 'https://s.example/common.gradle'\napply from: 'https://s.example/x.gradle'\napply plugin: 'java'\n",
    },
    {
      ...kotlin('apply(from = "⟦http⟧://s.example/common.gradle.kts")\napply(plugin = "java")\n'),
      says: SCRIPT,
      fixed: 'apply(from = "https://s.example/common.gradle.kts")\napply(plugin = "java")\n',
    },
  ],
});
