import { registerEnumType } from '@nestjs/graphql';

/** Which claim of its tokens says that the provider has made sure of an address. */
export enum VerificationClaim {
  EMAIL_VERIFIED = 'email_verified',
  XMS_EDOV = 'xms_edov',
}

registerEnumType(VerificationClaim, {
  name: 'VerificationClaim',
  description: 'The claim by which an identity provider says that an address belongs to the person.',
  valuesMap: {
    EMAIL_VERIFIED: { description: 'The standard one.' },
    XMS_EDOV: { description: "Microsoft Entra ID's: the owner of the address's domain is verified." },
  },
});
