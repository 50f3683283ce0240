import { administrator, Rule, staff, type Ground } from '@sos/platform-server';

/** What the rule needs to know of a seat, there or to be added. */
export interface SeatStake {
  /** Null: a seat in the workgroup itself. */
  subGroupId: string | null;
  role: 'chair' | 'co_chair' | 'member';
  /** When its body ended; null while it exists. */
  bodyEndedOn: string | null;
}

/** Nobody decides on the place of whoever chairs beside them: the chair of a body is named from above it. */
const workgroupChairs: Ground<SeatStake> = {
  words: 'chairs the workgroup, and so fills every seat but that of its chair',
  holds: (viewer, seat) => viewer.isWorkgroupChair && (seat.subGroupId !== null || seat.role !== 'chair'),
  asks: () => [{ kind: 'workgroup chair' }],
};

const subGroupChairs: Ground<SeatStake> = {
  words: 'chairs the sub-group, and so fills every seat but that of its chair',
  holds: (viewer, seat) =>
    seat.subGroupId !== null && seat.role !== 'chair' && viewer.chairedSubGroupIds.includes(seat.subGroupId),
  asks: ({ subGroupId }) => [{ kind: 'chair', subGroupIds: subGroupId ? [subGroupId] : [] }],
};

/** Adding a seat, filling it, handing it over, vacating it, naming its alternate, moving its last day. */
export const fillingSeatRule = new Rule<SeatStake>({
  act: 'fill its seats and invite people to them',
  when: { holds: (seat) => seat.bodyEndedOn === null, otherwise: 'it has ended, so its seats stay as they were' },
  grounds: [administrator, staff, workgroupChairs, subGroupChairs],
  whoCan: 'Chairs of the sub-group and of the workgroup, staff and administrators.',
});

export const mayFillSeat = fillingSeatRule.allows;
