/** Ids of packages are compared without regard to letter case (https://learn.microsoft.com/nuget/reference/nuspec#id). */
export const nugetName = (id: string): string => id.toLowerCase();
