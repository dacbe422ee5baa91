/** Whether a name has what no name of an object may have and placeholders do: `${APP}-role`, `$(NAME)`, `<name>`, `%NAME%`. */
export const hasPlaceholder = (name: string): boolean => /[$<>{}()%]/.test(name);
