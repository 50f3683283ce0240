import { Injectable } from '@nestjs/common';
import { ActivityRecorder, type Actor } from '@sos/activity-server';
import {
  checkInput,
  Database,
  notFound,
  uuidOf,
  type InvalidInputRefusal,
  type NotFoundRefusal,
  type Transaction,
} from '@sos/platform-server';
import { z } from 'zod';
import { nameShape } from './add-passkey';
import { deletePasskeys, findPasskeys, removeOwn, renameOwn, restoreOwn } from './passkey.repository';
import type { Passkey } from './passkey.types';

const shape = z.object({ name: nameShape });

type Changed = { passkey: Passkey; refusal?: undefined } | { refusal: NotFoundRefusal | InvalidInputRefusal };

/** What becomes of passkeys after they were added. Somebody else's answers like one that does not exist. */
@Injectable()
export class ManagePasskeys {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityRecorder,
  ) {}

  list(personId: string): Promise<Passkey[]> {
    return findPasskeys(this.database, personId);
  }

  async find(personId: string, id: string): Promise<Passkey | null> {
    return (await this.list(personId)).find((passkey) => passkey.id === id) ?? null;
  }

  async rename(person: Actor, id: string, name: string): Promise<Changed> {
    const { value, refusal } = checkInput(shape, { name });
    if (refusal) return { refusal };
    return this.change(person, id, 'renamed a passkey:', (transaction, uuid) =>
      renameOwn(transaction, { id: uuid, personId: person.personId, name: value.name }),
    );
  }

  remove(person: Actor, id: string): Promise<Changed> {
    return this.change(person, id, 'removed a passkey:', (transaction, uuid) =>
      removeOwn(transaction, uuid, person.personId),
    );
  }

  restore(person: Actor, id: string): Promise<Changed> {
    return this.change(person, id, 'restored a passkey:', (transaction, uuid) =>
      restoreOwn(transaction, uuid, person.personId),
    );
  }

  /**
   * For somebody who has lost their device: their passkeys open nothing any more, and a link by mail lets them in again.
   * @param actor Null: from the command line.
   * @returns how many there were; null when there is no such person.
   */
  async reset(actor: Actor | null, person: { id: string } | { email: string }): Promise<number | null> {
    return this.database.transaction(async (transaction) => {
      const [found] = await transaction.query<Actor>(
        `select id as "personId", full_name as "fullName" from person where id = $1 or email = lower($2)`,
        ['id' in person ? person.id : null, 'email' in person ? person.email.trim() : null],
      );
      if (!found) return null;
      const count = await deletePasskeys(transaction, found.personId);
      await this.record(transaction, actor, found, 'reset the passkeys of', { passkeys: count });
      return count;
    });
  }

  private async change(
    person: Actor,
    id: string,
    action: string,
    act: (transaction: Transaction, uuid: string) => Promise<Passkey | null>,
  ): Promise<Changed> {
    const uuid = uuidOf('Passkey', id);
    return this.database.transaction(async (transaction) => {
      const passkey = uuid ? await act(transaction, uuid) : null;
      if (!passkey) return { refusal: notFound('passkey') };
      await this.record(transaction, person, person, action, { passkey: passkey.name });
      return { passkey };
    });
  }

  private record(
    transaction: Transaction,
    actor: Actor | null,
    subject: Actor,
    action: string,
    after: object,
  ): Promise<void> {
    return this.activity.record(transaction, actor, {
      action,
      subjectType: 'Person',
      subjectId: subject.personId,
      subjectLabel: subject.fullName,
      after,
      visibleInFeed: false,
    });
  }
}
