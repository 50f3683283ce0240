import { renderWithHub } from '@sos/platform-web/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RouteBoundary } from '@sos/platform-web';
import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { WorkgroupSizeQuery } from '../item/SharedGroups';
import { AgencyOptionsQuery } from '../item/useAgencyOptions';
import { denise, sampleAgencies, type SampleItem, sampleItem } from '../testing/sampleItems';
import { PostUpdateMutation } from '../update/PostUpdateMutation';
import { MyWorkPage, MyWorkQuery } from './MyWorkPage';
import { AnswerHelpMutation, ReopenHelpMutation } from './useAnswerHelp';

const order = sampleItem('PS-19', { title: 'Agree a standing order', status: 'IN_PROGRESS' });
const list = sampleItem('UP-4', { title: 'Send the list of programs', dueOn: '2026-11-28' });
const page = sampleItem('HR-7', { title: 'Draft a plain-language page', dueOn: '2027-03-01' });

const myWork = (
  overdue: SampleItem[],
  dueSoon: SampleItem[] = [],
  later: SampleItem[] = [],
  waitingOnYou: object[] = [],
) => ({
  request: { query: MyWorkQuery },
  result: { data: { myWork: { __typename: 'MyWork', overdue, dueSoon, later, waitingOnYou } } },
});
const wanted = {
  __typename: 'HelpRequest',
  id: 'help-1',
  note: 'Nobody may order for the county.',
  requestedAt: '2026-11-20T17:00:00.000Z',
  requestedBy: { ...denise, agency: sampleAgencies.dhcs },
  actionItem: { __typename: 'ActionItem', id: page.id, reference: page.reference, title: page.title },
};
const helpAnswered = (state: string) => ({
  __typename: 'AnswerHelpRequestSuccess',
  helpRequest: { __typename: 'HelpRequest', id: 'help-1', state, answeredAt: null, answeredBy: null },
});
const close = {
  request: { query: AnswerHelpMutation, variables: { input: { helpRequestId: 'help-1', answer: 'CLOSE' } } },
  result: { data: { answerHelpRequest: helpAnswered('CLOSED') } },
};
const reopen = (reopenHelpRequest: object) => ({
  request: { query: ReopenHelpMutation, variables: { input: { helpRequestId: 'help-1' } } },
  result: { data: { reopenHelpRequest } },
});
const size = {
  request: { query: WorkgroupSizeQuery },
  result: { data: { workgroup: { __typename: 'Workgroup', id: 'w', subGroups: [] } } },
};
const agencies = {
  request: { query: AgencyOptionsQuery },
  result: {
    data: {
      agencies: {
        __typename: 'AgencyConnection',
        edges: Object.values(sampleAgencies).map((node) => ({ __typename: 'AgencyEdge', cursor: node.id, node })),
      },
    },
  },
};
const post = (input: Record<string, unknown>, postUpdate: Record<string, unknown>) => ({
  request: {
    query: PostUpdateMutation,
    variables: {
      input: { actionItemId: order.id, expectedVersion: 4, evidenceUrl: null, helpWantedAgencyIds: [], ...input },
    },
  },
  result: { data: { postUpdate } },
});
const posted = (item: SampleItem) => ({
  __typename: 'PostUpdateSuccess',
  actionItem: item,
  update: { __typename: 'ActionItemUpdate', id: 'update-1' },
});

const open = (mocks: Parameters<typeof renderWithHub>[1] & object = {}) =>
  renderWithHub(
    <RouteBoundary>
      <MyWorkPage />
    </RouteBoundary>,
    { ...mocks, route: '/', mocks: [size, ...(mocks.mocks ?? [])] },
  );
const panel = () => screen.findByRole('form', { name: /^Update:/ });
const sentence = () => screen.getByLabelText('What changed, in a sentence');

beforeEach(() => window.localStorage.clear());
afterEach(() => {
  jest.restoreAllMocks();
  // Toasts outlive the page that showed them.
  notifications.clean();
});

describe('My work', () => {
  it('has the most urgent update open and leaves the focus where the page begins: status, sentence, post', async () => {
    const blocked = { ...order, status: 'BLOCKED' as const, version: 5 };
    const { user } = open({
      mocks: [
        myWork([order], [list]),
        post(
          { status: 'BLOCKED', note: 'The third jail waits for its policy.' },
          posted(blocked as unknown as SampleItem),
        ),
        myWork([blocked as unknown as SampleItem], [list]),
      ],
    });
    const form = await panel();
    expect(form.contains(document.activeElement)).toBe(false);
    await user.click(within(form).getByRole('radio', { name: 'Blocked' }));
    await user.type(sentence(), 'The third jail waits for its policy.');
    await user.click(within(form).getByRole('button', { name: /^Post update/ }));
    await screen.findByText('Update posted');
    await waitFor(() => expect(screen.queryByRole('form', { name: /^Update:/ })).toBeNull());
  });

  it('is updated by keyboard alone, and leads on to the next row', async () => {
    const done = { ...order, status: 'DONE' as const, version: 5, silentDays: null, openHelpRequests: [] };
    const { user } = open({
      mocks: [
        myWork([order], [list], [page]),
        post({ status: 'DONE', note: 'All three jails have signed.' }, posted(done as unknown as SampleItem)),
        myWork([], [list], [page]),
      ],
    });
    expect((await screen.findByText(/due by Dec 4/)).textContent).toBe('1 overdue and 1 due by Dec 4.');
    await user.keyboard('j');
    expect(document.activeElement).toHaveProperty('textContent', 'Update Send the list of programs');
    await user.keyboard('ku');
    expect(within(await panel()).getByText('One of three jails ready.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'In progress' }));
    await user.keyboard('{ArrowRight}{ArrowRight}{Tab}All three jails have signed.{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Update posted')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(document.activeElement).toHaveProperty('textContent', 'Update Send the list of programs');
    await waitFor(() => expect(screen.queryByText('Agree a standing order')).toBeNull());
  });

  it('opens the panel that the address names, and changes nothing by that', async () => {
    const { user, location } = open({ path: '/?update=UP-4', mocks: [myWork([order], [list])] });
    expect(await screen.findByRole('form', { name: 'Update: Send the list of programs' })).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(location().search).toBe('');
    expect(document.activeElement).toHaveProperty('textContent', 'Update Send the list of programs');
  });

  it('takes back that a request for help was closed', async () => {
    const { user } = open({
      mocks: [
        myWork([], [], [], [wanted]),
        close,
        myWork([]),
        reopen(helpAnswered('OPEN')),
        myWork([], [], [], [wanted]),
      ],
    });
    await user.click(await screen.findByRole('button', { name: `Close ${page.title}` }));
    expect(await screen.findByText('Request closed')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Close / })).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Request reopened')).toBeTruthy();
    expect(await screen.findByRole('button', { name: `Close ${page.title}` })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });

  it('says why a closed request is not reopened', async () => {
    const message = 'Public Health was asked again since. Answer the newer request.';
    const refusal = {
      __typename: 'InvalidInputRefusal',
      message: 'Something is wrong.',
      fields: [{ __typename: 'FieldProblem', path: 'helpRequestId', message }],
    };
    const { user } = open({ mocks: [myWork([], [], [], [wanted]), close, myWork([]), reopen(refusal)] });
    await user.click(await screen.findByRole('button', { name: `Close ${page.title}` }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(message)).toBeTruthy();
  });

  it('sends a link to an item that is not in the list to its page', async () => {
    const { location } = open({ path: '/?update=PS-99', mocks: [myWork([order])] });
    await waitFor(() => expect(location().pathname + location().search).toBe('/items/PS-99?update=1'));
  });

  it('asks for a sentence where it is missing, and keeps the draft when closed', async () => {
    const { user } = open({ path: '/?update=PS-19', mocks: [myWork([order])] });
    await user.click(within(await panel()).getByRole('button', { name: /Post update/ }));
    expect(screen.getByText('Write one sentence on what changed.')).toBeTruthy();
    expect(document.activeElement).toBe(sentence());
    await user.type(sentence(), 'Half a thought');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: 'Update Agree a standing order' }));
    expect(sentence()).toHaveProperty('value', 'Half a thought');
  });

  it('shows what somebody else posted meanwhile beside the text, and posts on top when asked to', async () => {
    const current = {
      ...order,
      version: 5,
      status: 'BLOCKED' as const,
      latestUpdate: {
        ...order.latestUpdate,
        postedAt: '2026-11-20T17:00:00Z',
        note: 'Custody says no.',
        author: denise,
      },
    };
    const refusal = { __typename: 'StaleActionItemRefusal', message: 'It was changed meanwhile.', current };
    const { user } = open({
      path: '/?update=PS-19',
      mocks: [
        myWork([order]),
        post({ status: 'IN_PROGRESS', note: 'My words' }, refusal),
        post({ status: 'IN_PROGRESS', note: 'My words', expectedVersion: 5 }, posted({ ...order, version: 6 })),
        myWork([{ ...order, version: 6 }]),
      ],
    });
    await user.type(within(await panel()).getByLabelText('What changed, in a sentence'), 'My words');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const notice = await screen.findByRole('group', { name: /Denise Okafor posted an update meanwhile/ });
    expect(within(notice).getByText('Custody says no.')).toBeTruthy();
    expect(within(notice).getByText('Blocked')).toBeTruthy();
    expect(sentence()).toHaveProperty('value', 'My words');
    await user.click(within(notice).getByRole('button', { name: 'Post anyway on top' }));
    expect(await screen.findByText('Update posted')).toBeTruthy();
  });

  it('offers help wanted when the work is blocked, and names the agency', async () => {
    const { user } = open({
      path: '/?update=PS-19',
      mocks: [
        myWork([order]),
        agencies,
        post(
          { status: 'BLOCKED', note: 'Stuck', helpWantedAgencyIds: ['agency-bscc'] },
          posted({ ...order, version: 5 }),
        ),
        myWork([{ ...order, version: 5 }]),
      ],
    });
    await user.click(within(await panel()).getByRole('radio', { name: 'Blocked' }));
    await user.type(screen.getByRole('combobox', { name: /Help wanted from/ }), 'BSCC');
    await user.click(await screen.findByRole('option', { hidden: true, name: /State and Community Corrections/ }));
    await user.type(sentence(), 'Stuck{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Update posted')).toBeTruthy();
  });

  it('keeps the text offline and says so', async () => {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { user } = open({ path: '/?update=PS-19', mocks: [myWork([order])] });
    await user.type(within(await panel()).getByLabelText('What changed, in a sentence'), 'Later');
    await user.click(screen.getByRole('button', { name: /Post update/ }));
    expect((await within(await panel()).findByRole('alert')).textContent).toContain(
      'Your text is kept on this computer.',
    );
    expect(sentence()).toHaveProperty('value', 'Later');
  });

  it('says who can, when the hub refuses', async () => {
    const refusal = {
      __typename: 'NotAllowedRefusal',
      message: 'You cannot post here.',
      whoCan: 'Its lead agency can.',
    };
    const { user } = open({
      path: '/?update=PS-19',
      mocks: [myWork([order]), post({ status: 'IN_PROGRESS', note: 'Words' }, refusal)],
    });
    await user.type(within(await panel()).getByLabelText('What changed, in a sentence'), 'Words');
    await user.click(screen.getByRole('button', { name: /Post update/ }));
    expect((await within(await panel()).findByRole('alert')).textContent).toBe(
      'You cannot post here. Its lead agency can.',
    );
  });

  it('goes through what is due, one after the other', async () => {
    const { user, location } = open({ mocks: [myWork([order], [list], [page])] });
    await user.click(await screen.findByRole('button', { name: 'Update all 2' }));
    expect(within(await panel()).getByText('1 of 2')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Skip' }));
    expect(await screen.findByRole('form', { name: 'Update: Send the list of programs' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Skip' }));
    expect(screen.queryByRole('form')).toBeNull();
    expect(location().search).toBe('');
  });
});
