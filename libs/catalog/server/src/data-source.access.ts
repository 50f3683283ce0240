import { Injectable } from '@nestjs/common';
import { AccessQuestions, Database, openRule, question, theHub } from '@sos/platform-server';
import {
  editingSourceRule,
  importingRule,
  limitingFeedRule,
  stewardingRule,
  type DataSourceScope,
} from './data-source.policy';

interface SourceRow {
  label: string;
  path: string;
  feedKey: string;
  stewardAgencyId: string | null;
}

/** By which rules the catalog is seen and changed, for whoever explains it. */
@Injectable()
export class DataSourceAccess {
  constructor(
    questions: AccessQuestions,
    private readonly database: Database,
  ) {
    questions.thing('DataSource', (id) => this.source(id));
    questions.ask('DataSource', async (id) => {
      const source = await this.source(id);
      return source ? [question(openRule, null), question(editingSourceRule, scopeOf(source))] : [];
    });
    questions.ask('Agency', async (id) => [question(stewardingRule, id)]);
    questions.ask(theHub, async () => [question(importingRule, null), question(limitingFeedRule, null)]);
  }

  private async source(id: string): Promise<SourceRow | null> {
    const [source] = await this.database.query<SourceRow>(
      `select title as label, '/data/' || slug as path, feed_key as "feedKey", steward_agency_id as "stewardAgencyId"
       from data_source where id = $1`,
      [id],
    );
    return source ?? null;
  }
}

const scopeOf = ({ feedKey, stewardAgencyId }: SourceRow): DataSourceScope => ({
  feed: { key: feedKey },
  stewardAgency: stewardAgencyId ? { id: stewardAgencyId } : null,
});
