import type { Group } from '../dependency.ts';

/**
 * The configurations of Gradle's and Android's own plugins, with the names that they get for source sets and variants: `testImplementation`, `debugApi`, `kspTest`
 * (https://docs.gradle.org/current/userguide/java_library_plugin.html, https://developer.android.com/build/dependencies).
 */
const KNOWN =
  /^(?:(?:[a-z]\w*)?(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|[cC]ompileOnlyApi|[rR]untimeOnly|[cC]ompile|[rR]untime|[aA]nnotationProcessor|[pP]rovided|[cC]lasspath|[dD]evelopmentOnly)|(?:kapt|ksp)\w*|coreLibraryDesugaring|lintChecks|lintPublish|detektPlugins|errorprone|shadow|modImplementation|bom)$/;

/** Whether a word is a configuration wherever it stands. */
export const isConfiguration = (word: string): boolean => KNOWN.test(word);

/** Names in a `dependencies` block that take texts and add nothing. */
const OTHERS = new Set([
  'because',
  'exclude',
  'println',
  'print',
  'force',
  'substitute',
  'module',
  'replacedBy',
  'include',
  'includeBuild',
  'apply',
  'id',
  'url',
  'task',
  'return',
  'throw',
  'assert',
  'group',
  'version',
  'error',
  'warn',
  'info',
  'debug',
  'lifecycle',
  'require',
  'check',
  'dependsOn',
  'requireCapability',
  'requireCapabilities',
]);

export const mayBeConfiguration = (word: string): boolean => /^[A-Za-z_$][\w$-]*$/.test(word) && !OTHERS.has(word);

const TEST = /(?:^|[a-z(])[tT]est(?![a-z])|^testing$|^(?:test|androidTest|integration|functional)(?=[A-Z]|$)/;
/** What builds with it, but is no part of what is built. */
const TOOL =
  /^(?:.*[aA]nnotationProcessor|(?:kapt|ksp)(?:[A-Z]\w*)?|.*[cC]lasspath|lintChecks|detektPlugins|errorprone|checkstyle|pmd|spotbugs\w*|jacoco\w*|ktlint\w*|developmentOnly|plugins)$/;

/** Whom a configuration is for: tests, or the build itself. `context` names the blocks around. */
export function groupsOf(configuration: string, context: readonly string[]): readonly Group[] {
  if (TEST.test(configuration) || context.some((name) => TEST.test(name))) return ['test'];
  return TOOL.test(configuration) || context.includes('buildscript') ? ['dev'] : [];
}
