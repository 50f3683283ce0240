import { renderWithHub } from '../testing';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { defineSlot, fill, Slot } from './slots';

const actionItems = defineSlot<{ slug: string }>('action items');
const Page = () => (
  <>
    <h1>Public Safety</h1>
    <Slot of={actionItems} slug="public-safety" fallback={<p>Nothing here</p>} />
  </>
);

describe('a slot', () => {
  it('draws its fallback while nobody fills it', () => {
    renderWithHub(<Page />);
    expect(screen.getByText('Nothing here')).toBeTruthy();
  });

  it('hands its facts to what fills it', () => {
    const Items = ({ slug }: { slug: string }) => <p>Items of {slug}</p>;
    renderWithHub(<Page />, { fillings: [fill(actionItems, Items)] });
    expect(screen.getByText('Items of public-safety')).toBeTruthy();
  });

  it('keeps the failure of what fills it inside', () => {
    const Broken = (): never => {
      throw new Error('Broken');
    };
    renderWithHub(<Page />, { fillings: [fill(actionItems, Broken)] });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Public Safety');
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});
