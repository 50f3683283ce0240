import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, valueFromASTUntyped, type ValueNode } from 'graphql';

/** Marks a field as a document of Web Authentication; TypeScript sees the object. */
export class WebAuthnDocument {}

/** What goes between the browser's authenticator and the hub; the standard, not we, says what stands in it. */
@Scalar('WebAuthnJson', () => WebAuthnDocument)
export class WebAuthnJsonScalar implements CustomScalar<object, object> {
  description =
    'A JSON object of Web Authentication, as `parseRequestOptionsFromJSON` and `toJSON` of browsers know it.';
  serialize(value: unknown): object {
    return value as object;
  }
  parseValue(value: unknown): object {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    throw new GraphQLError('A Web Authentication document is a JSON object.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  parseLiteral(node: ValueNode): object {
    return this.parseValue(valueFromASTUntyped(node));
  }
}
