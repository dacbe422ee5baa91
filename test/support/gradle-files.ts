const modules = [
  'com.fasterxml.jackson.core:jackson-databind',
  'com.google.guava:guava',
  'org.slf4j:slf4j-api',
  'ch.qos.logback:logback-classic',
  'org.apache.commons:commons-lang3',
  'io.netty:netty-handler',
  'org.springframework:spring-core',
  'com.squareup.okhttp3:okhttp',
  'io.grpc:grpc-core',
  'org.postgresql:postgresql',
  'org.jetbrains:annotations',
  'com.zaxxer:HikariCP',
];
const tests = ['junit:junit', 'org.mockito:mockito-core', 'org.assertj:assertj-core', 'io.mockk:mockk', 'org.testng:testng'];

const each = (names: readonly string[], line: (name: string, index: number) => string): string => names.map(line).join('');
const part = (name: string): readonly [group: string, module: string] => {
  const [group = '', module = ''] = name.split(':');
  return [group, module];
};

/** Files of Gradle and Go as people and tools write them. */
export const GRADLE_FILES: Readonly<Record<string, string>> = {
  'build.gradle': `/*
 * Don't edit: this is the build of the app.
 */
buildscript {
    ext.kotlinVersion = '1.9.24'
    repositories {
        mavenCentral()
        maven { url 'https://m.example/repo' }
    }
    dependencies {
        classpath "org.jetbrains.kotlin:kotlin-gradle-plugin:$kotlinVersion"
    }
}

plugins {
    id 'java-library'
    id 'org.springframework.boot' version '3.3.0' apply false
}

def description = """
An app with a "quoted" text.
"""

dependencies {
    // what the app needs
${each(modules.slice(0, 6), (name, index) => `    implementation '${name}:1.${index}.0'\n`)}
    implementation("${modules[6] ?? ''}:1.6.0") {
        exclude group: 'commons-logging', module: 'commons-logging'
    }
${each(modules.slice(7), (name) => `    api group: '${part(name)[0]}', name: '${part(name)[1]}', version: '2.0'\n`)}
${each(tests, (name) => `    testImplementation('${name}:3.1')\n`)}
    constraints {
        implementation('org.yaml:snakeyaml:2.2') {
            because 'older ones are vulnerable'
        }
    }
}

tasks.named('test') {
    useJUnitPlatform()
    systemProperty 'a.b', "\${project.name}-it's"
}
`,
  'app/build.gradle.kts': `import org.jetbrains.kotlin.gradle.dsl.JvmTarget

plugins {
    kotlin("jvm") version "2.0.0"
    id("com.github.johnrengelman.shadow") version "8.1.1"
}

val ktor = "2.3.11"

repositories {
    mavenCentral()
    maven("https://m.example/repo") {
        content { includeGroup("com.example") }
    }
}

dependencies {
    implementation("io.ktor:ktor-server-core:$ktor")
${each(modules, (name, index) => `    implementation("${name}:1.${index}.0")\n`)}
    implementation(libs.okio) {
        isTransitive = false
    }
    implementation(platform("org.springframework.boot:spring-boot-dependencies:3.3.0"))
${each(tests, (name) => `    testImplementation("${name}:3.1")\n`)}
}

kotlin {
    compilerOptions {
        jvmTarget = JvmTarget.JVM_17
    }
}
`,
  'gradle/libs.versions.toml': `[versions]
jackson = "2.17.1"
okhttp = "4.12.0"

[libraries]
jackson = { module = "com.fasterxml.jackson.core:jackson-databind", version.ref = "jackson" }
okhttp = { group = "com.squareup.okhttp3", name = "okhttp", version.ref = "okhttp" }
${each(modules.slice(1, 7), (name, index) => `lib-${index} = "${name}:1.${index}.0"\n`)}
${each(modules.slice(8), (name, index) => `other-${index} = { module = "${name}", version = "2.${index}" }\n`)}
${each(tests, (name, index) => `test-${index} = { group = "${part(name)[0]}", name = "${part(name)[1]}", version = "3.1" }\n`)}
[bundles]
all = ["jackson", "okhttp"]

[plugins]
shadow = { id = "com.github.johnrengelman.shadow", version = "8.1.1" }
`,
  'gradle.lockfile': `# This is a Gradle generated file for dependency locking.\n# Manual edits can break the build and are not advised.\n${each(modules, (name, index) => `${name}:1.${index}.0=compileClasspath,runtimeClasspath,testCompileClasspath\n`)}${each(tests, (name) => `${name}:3.1=testCompileClasspath\n`)}empty=annotationProcessor\n`,
  'gradle/dependency-locks/compileClasspath.lockfile': `# generated\n${each(modules, (name, index) => `${name}:1.${index}.0\n`)}`,
  'go.sum': each(
    modules,
    (name, index) =>
      `example.com/${name.replace(':', '/')} v1.${index}.0 h1:0123456789abcdef0123456789abcdef0123456789=\nexample.com/${name.replace(':', '/')} v1.${index}.0/go.mod h1:0123456789abcdef=\n`,
  ),
  'go.work': `go 1.24.0\n\nuse (\n\t./app\n\t./lib\n)\n\nreplace (\n${each(modules, (name, index) => `\texample.com/${part(name)[1]} => example.com/fork/${part(name)[1]} v1.${index}.0\n`)})\n`,
};
