/**
 * All files that `dependencyFormatOf` knows, and few others, as globs of VS Code and of the Language Server Protocol: what the extension is activated by, asks the server
 * about, and what the server has watched. Those globs are case-sensitive, and nested groups and empty alternatives are not read everywhere, so there are none. A test holds
 * them against the formats.
 */
export const DEPENDENCY_GLOBS: readonly string[] = [
  // npm, Yarn, pnpm, Bun
  '**/{package,package-lock,npm-shrinkwrap}.json',
  '**/{pnpm-lock,pnpm-workspace}.yaml',
  '**/{.npmrc,.yarnrc,.yarnrc.yml,bunfig.toml,.bunfig.toml}',
  '**/{yarn,bun,Cargo,poetry,uv,pdm,Pipfile,Gemfile,composer,mix,pubspec}.lock',
  // Python
  '**/*{requirement,Requirement,REQUIREMENT}*.{txt,in,pip}',
  '**/*{constraint,Constraint,CONSTRAINT}*.{txt,in}',
  '**/{requirements,Requirements}/*.{txt,in}',
  '**/{pyproject,uv,poetry,pylock,pylock.*}.toml',
  '**/pypoetry/{auth,config}.toml',
  '**/{Pipfile,setup.cfg,setup.py,.pypirc,pip.conf,pip.ini}',
  // Rust
  '**/Cargo.toml',
  '**/.cargo/{config,config.toml,credentials,credentials.toml}',
  // Go
  '**/{go.mod,go.work,go.sum,go.work.sum,go.env}',
  '**/{.config,dot_config}/go/env',
  // Ruby
  '**/{Gemfile,Gemfile[-_.]*,gems.rb,gems.locked,*.gemspec,*.gemfile,*.gemfile.lock}',
  // PHP, Elixir, Dart
  '**/{composer,auth}.json',
  '**/mix.exs',
  '**/{pubspec,pubspec_overrides}.yaml',
  // Gradle
  '**/{*.gradle,*.gradle.kts,*.versions.toml,gradle.lockfile,*-gradle.lockfile,verification-metadata.xml}',
  '**/dependency-locks/*.lockfile',
  '**/{gradle,gradle-wrapper,maven-wrapper}.properties',
  // Maven
  '**/{pom.xml,pom[-_.]*.xml,*.pom,*.pom.xml,*[Ss]ettings.xml,*[Ss]ettings[-_]*.xml}',
  '**/.mvn/extensions.xml',
  // NuGet
  '**/*.{*proj,props,targets}',
  '**/{[Nn]u[Gg]et,NUGET,[Pp]ackages}.[Cc]onfig',
  '**/{packages.lock,packages.*.lock,dotnet-tools,global}.json',
  // Versions of tools
  '**/{.nvmrc,.tool-versions,.sdkmanrc,mise.toml,.mise.toml,runtime.txt}',
  '**/.{node,python,ruby,java,go,php,elixir}-version',
  // What updates packages, and what else names some
  '**/.github/dependabot.{yml,yaml}',
  '**/{renovate.json,renovate.json5,.renovaterc,.renovaterc.json,.renovaterc.json5}',
  '**/{.devcontainer.json,.devcontainer/devcontainer.json,.devcontainer/*/devcontainer.json}',
  '**/.vscode/extensions.json',
];
