import { renderWithHub, sampleViewer } from '@sos/platform-web/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { configure, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { jordan, offTrackGoal, sampleDeclaration, theo } from '../testing/sampleGoals';
import { DeclareHealthDialog } from './DeclareHealthDialog';
import { DeclareGoalHealthMutation } from './declareHealth.mutations';
import { subjectOfGoal } from './subject';

const Page = () => {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <h1 tabIndex={-1}>Goals</h1>
      <button type="button" onClick={() => setOpened(true)}>
        Open
      </button>
      <DeclareHealthDialog opened={opened} onClose={() => setOpened(false)} subject={subjectOfGoal(offTrackGoal)} />
    </>
  );
};

type Mock = NonNullable<NonNullable<Parameters<typeof renderWithHub>[1]>['mocks']>[number];
const declare = (input: Record<string, unknown>, declareGoalHealth: Record<string, unknown>): Mock => ({
  request: {
    query: DeclareGoalHealthMutation,
    variables: { input: { goalId: 'goal-3', expectedDeclarationId: 'declaration-3', ...input } },
  },
  result: { data: { declareGoalHealth } },
});
const declared = (health: string, reason: string) => {
  const declaration = sampleDeclaration('declaration-4', { health, reason });
  return {
    __typename: 'DeclareHealthSuccess',
    declaration: { __typename: 'HealthDeclaration', id: declaration.id },
    objective: null,
    goal: { ...offTrackGoal, version: 2, declaredHealth: declaration, declarations: [declaration] },
  };
};

const open = async (...mocks: Mock[]) => {
  const result = renderWithHub(<Page />, { mocks, viewer: { person: { ...sampleViewer.person, ...jordan } } });
  await result.user.click(screen.getByRole('button', { name: 'Open' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Declare health of goal 3' }));
  return { ...result, dialog, reason: () => dialog.getByRole('textbox', { name: 'Reason' }) };
};

// Whole sentences are typed letter by letter: a busy machine takes its time.
configure({ asyncUtilTimeout: 4000 });
beforeEach(() => window.localStorage.clear());

describe('declaring health', () => {
  it('shows what the items say and how long a declaration speaks', async () => {
    const { dialog } = await open();
    expect(dialog.getByText('11 of 24')).toBeTruthy();
    expect(dialog.getByText('Speaks until Nov 23')).toBeTruthy();
    expect(dialog.getByText(/It speaks until Jan 19, 2027/)).toBeTruthy();
  });

  it('asks for the health and the reason, and brings focus to the first that is missing', async () => {
    const { dialog, user, reason } = await open();
    await user.click(dialog.getByRole('button', { name: 'Declare health' }));
    expect(dialog.getByText('Choose how it stands.')).toBeTruthy();
    expect(document.activeElement).toBe(dialog.getByRole('radio', { name: 'On track' }));
    await user.click(dialog.getByRole('radio', { name: 'Off track' }));
    await user.click(dialog.getByRole('button', { name: 'Declare health' }));
    expect(document.activeElement).toBe(reason());
    expect(reason().getAttribute('aria-invalid')).toBe('true');
    await user.keyboard('One owner is missing.');
    expect(reason().getAttribute('aria-invalid')).toBeNull();
    expect(dialog.queryByText('Choose how it stands.')).toBeNull();
    expect(document.activeElement).toBe(reason());
  });

  it('declares by keyboard, says so, and gives the focus back', async () => {
    const words = { health: 'OFF_TRACK', reason: 'Two quarters behind.' };
    const { dialog, user, reason } = await open(declare(words, declared('OFF_TRACK', words.reason)));
    await user.click(dialog.getByRole('radio', { name: 'Off track' }));
    await user.type(reason(), 'Two quarters behind.{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Health declared')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open' })));
    expect(window.localStorage.length).toBe(0);
  });

  it('shows the words of who was quicker, keeps mine, and puts them on top when I say so', async () => {
    const current = sampleDeclaration('declaration-9', {
      health: 'ON_TRACK',
      reason: 'The plan has an owner now.',
      declaredBy: theo,
      declaredAt: '2026-11-20T17:00:00.000Z',
    });
    const words = { health: 'OFF_TRACK', reason: 'Two quarters behind.' };
    const { dialog, user, reason } = await open(
      declare(words, { __typename: 'StaleDeclarationRefusal', message: 'Theo was quicker.', current }),
      declare({ ...words, expectedDeclarationId: 'declaration-9' }, declared('OFF_TRACK', words.reason)),
    );
    await user.click(dialog.getByRole('radio', { name: 'Off track' }));
    await user.type(reason(), words.reason);
    await user.click(dialog.getByRole('button', { name: 'Declare health' }));
    const theirs = await dialog.findByRole('group', { name: /Theo van der Meer declared health meanwhile/ });
    expect(document.activeElement).toBe(theirs);
    expect(within(theirs).getByText('“The plan has an owner now.”')).toBeTruthy();
    expect(reason()).toHaveProperty('value', words.reason);
    await user.click(dialog.getByRole('button', { name: 'Declare health' }));
    expect(await screen.findByText('Health declared')).toBeTruthy();
  });

  it('says who can, and keeps the words, when the hub refuses', async () => {
    const words = { health: 'AT_RISK', reason: 'Waiting for one owner.' };
    const { dialog, user, reason } = await open(
      declare(words, {
        __typename: 'NotAllowedRefusal',
        message: 'Declaring the health of a goal is its chairs’ word.',
        whoCan: 'The chair and co-chairs of the workgroup.',
      }),
    );
    await user.click(dialog.getByRole('radio', { name: 'At risk' }));
    await user.type(reason(), words.reason);
    await user.click(dialog.getByRole('button', { name: 'Declare health' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('The chair and co-chairs of the workgroup.');
    expect(reason()).toHaveProperty('value', words.reason);
  });

  it('keeps the reason when the dialog is closed before it is sent', async () => {
    const { user, reason } = await open();
    await user.type(reason(), 'A half-written reason');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(await screen.findByRole('textbox', { name: 'Reason' })).toHaveProperty('value', 'A half-written reason');
  });
});
