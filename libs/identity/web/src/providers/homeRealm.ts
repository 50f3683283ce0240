type WithDomains = { mailDomains: readonly string[] };

/** Whom the typed address belongs to; a half-typed one belongs to nobody yet. */
export const providersFor = <Provider extends WithDomains>(
  providers: readonly Provider[],
  email: string,
): Provider[] => {
  const domain = email.trim().toLowerCase().split('@')[1];
  return domain ? providers.filter(({ mailDomains }) => mailDomains.includes(domain)) : [];
};
