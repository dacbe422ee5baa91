import type { Runtime } from '../file.ts';
import { expand, MAVEN_VARIABLES, type FoundVariable, type Variable } from '../variables/variable.ts';

/** Properties that say for which Java a project is compiled (https://maven.apache.org/plugins/maven-compiler-plugin/compile-mojo.html, Spring Boot's parent POM). */
const JAVA = new Set(['maven.compiler.release', 'maven.compiler.source', 'maven.compiler.target', 'java.version']);

export const javaVersions = (properties: readonly Variable[], find: (name: string) => FoundVariable | undefined): Runtime[] =>
  properties.flatMap(({ name, value, span }) => {
    const requirement = JAVA.has(name) ? expand(value, MAVEN_VARIABLES, find)?.text : undefined;
    return requirement === undefined ? [] : [{ name: 'java', requirement, requirementSpan: span }];
  });
