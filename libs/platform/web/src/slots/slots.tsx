import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import { RouteBoundary } from '../boundary/RouteBoundary';

/**
 * Slots let a page show parts of a domain above its own without importing it: workgroup's sub-group page shows
 * action items, yet actions knows workgroup and never the other way round.
 *
 * 1. The page's domain defines and exports the slot, with the facts it hands over, and places it:
 *
 *        export const subGroupActionItems = defineSlot<{ slug: string }>('sub-group action items');
 *        <Slot of={subGroupActionItems} slug={subGroup.slug} />
 *
 * 2. The higher domain exports a component that takes those props; its data are its own query.
 *
 * 3. apps/web/src/slots.tsx, which may know both, joins them:
 *
 *        export const fillings = [fill(subGroupActionItems, SubGroupActionItems)];
 *
 * An empty slot draws nothing (or its `fallback`). Each filling has its own boundary, so that its failure or its
 * waiting stays inside it. A spec fills slots with `renderWithHub(page, { fillings: [...] })`.
 */
export type SlotOf<Props extends object> = {
  readonly name: string;
  /** Never there: it only carries the type. */
  readonly props?: (props: Props) => void;
};

export type Filling = { name: string; component: ComponentType<never> };

export const defineSlot = <Props extends object = Record<never, never>>(name: string): SlotOf<Props> => ({ name });

export const fill = <Props extends object>(slot: SlotOf<Props>, component: ComponentType<Props>): Filling => ({
  name: slot.name,
  component: component as ComponentType<never>,
});

const FillingsContext = createContext<readonly Filling[]>([]);

export const SlotsProvider = ({ fillings, children }: { fillings: readonly Filling[]; children: ReactNode }) => (
  <FillingsContext value={fillings}>{children}</FillingsContext>
);

type SlotProps<Props extends object> = { of: SlotOf<Props>; fallback?: ReactNode } & Props;

export const Slot = <Props extends object>({ of, fallback = null, ...props }: SlotProps<Props>) => {
  const filling = useContext(FillingsContext).find(({ name }) => name === of.name);
  if (!filling) return fallback;
  const Component = filling.component as unknown as ComponentType<Record<string, unknown>>;
  return (
    <RouteBoundary>
      <Component {...props} />
    </RouteBoundary>
  );
};

/** For a tab or a heading that makes no sense without its filling. */
export const useIsFilled = <Props extends object>(slot: SlotOf<Props>): boolean =>
  useContext(FillingsContext).some(({ name }) => name === slot.name);
