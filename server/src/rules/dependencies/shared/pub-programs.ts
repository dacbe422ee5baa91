interface Facts {
  readonly name?: string | undefined;
  readonly isPrivate?: boolean | undefined;
  readonly purpose?: 'application' | 'library' | undefined;
}

/** Where Flutter, Dart on a server and Dart in a browser begin to run (https://dart.dev/tools/pub/package-layout). */
const STARTS = ['lib/main.dart', 'bin/main.dart', 'bin/server.dart', 'web/main.dart'];
/** What Flutter makes of an application for each platform, and not of a package. */
const PLATFORMS = ['android/app/build.gradle', 'android/app/build.gradle.kts', 'ios/Runner/Info.plist', 'web/index.html'];

/**
 * Whether a package of Dart is run, and not published. Without `publish_to: none`, which Flutter writes for a few years only, it is one that is made for a platform and
 * has no library of its own name.
 */
export function isPubApplication({ isPrivate, purpose, name = '' }: Facts, has: (file: string) => boolean): boolean {
  if (purpose === 'library') return false;
  if (isPrivate === true) return [...STARTS, `bin/${name}.dart`].some(has);
  return has('lib/main.dart') && PLATFORMS.some(has) && !has(`lib/${name}.dart`);
}
