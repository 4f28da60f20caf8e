import { type Fault, type FaultSequence, type FaultSwitch, type FaultTarget, faultOf, stageOf } from './fault.ts';
import { createSequence } from './sequence.ts';

/** A fault that is switched on, and how often it will still strike. */
export type ActiveFault = Required<Pick<FaultSwitch, 'kind'>> &
  Omit<FaultSwitch, 'times' | 'skip'> & {
    readonly id: number;
    readonly left: number | 'always';
    /** Requests that still pass unharmed */
    readonly skip: number;
  };

/** The faults of a twin, as tests and the page switch them. */
export interface Faults {
  /** Switches a fault on; what comes back switches it off. */
  on(fault: FaultSwitch): number;
  /** Switches one off by its number, or everything. `false` when it was not on any more. */
  off(id?: number): boolean;
  /** Lets faults strike by chance, from the beginning of the sequence; `undefined` ends it. */
  repeat(sequence: FaultSequence | undefined): void;
  /** What is switched on, oldest first */
  readonly active: readonly ActiveFault[];
  readonly sequence: FaultSequence | undefined;
}

/** Faults as the API asks for them. */
export interface Switchboard extends Faults {
  /**
   * The faults that strike a request: at most one before or after the work, and any number on its rows. Those that were
   * switched on go before chance.
   */
  take(target: FaultTarget): readonly Fault[];
  /** Everything off, the sequence of the start on again */
  reset(): void;
}

const fits = ({ kind, method, path }: ActiveFault, target: FaultTarget): boolean =>
  (method === undefined || method === target.method) &&
  (path === undefined || target.path.startsWith(path)) &&
  (stageOf(kind) !== 'rows' || target.paged);

/**
 * A switchboard.
 * @param atStart the sequence that is on from the start
 * @param changed called after every change, for the page
 */
export const createSwitchboard = (atStart: FaultSequence | undefined, changed: () => void): Switchboard => {
  let active: readonly ActiveFault[] = [];
  let sequence = atStart;
  let draw = atStart && createSequence(atStart);
  let id = 0;

  const spend = (fault: ActiveFault): void => {
    const left = fault.left === 'always' ? fault.left : fault.left - 1;
    active = active.flatMap((one) => (one.id !== fault.id ? [one] : left === 0 ? [] : [{ ...one, left }]));
  };
  const letPass = (fault: ActiveFault): void => {
    active = active.map((one) => (one.id === fault.id ? { ...one, skip: one.skip - 1 } : one));
  };

  const switched = (target: FaultTarget): Fault[] => {
    const struck: Fault[] = [];
    for (const fault of active.filter((one) => fits(one, target))) {
      const onRows = stageOf(fault.kind) === 'rows';
      if (!onRows && struck.some(({ kind }) => stageOf(kind) !== 'rows')) continue;
      if (fault.skip > 0) letPass(fault);
      else {
        spend(fault);
        struck.push(faultOf(fault.kind, fault.seconds));
      }
    }
    return struck;
  };

  return {
    on({ times = 1, skip = 0, ...fault }) {
      id++;
      if (times !== 0) active = [...active, { ...fault, id, skip, left: times }];
      changed();
      return id;
    },
    off(wanted) {
      const before = active.length;
      active = wanted === undefined ? [] : active.filter((fault) => fault.id !== wanted);
      if (wanted === undefined) {
        sequence = undefined;
        draw = undefined;
      }
      changed();
      return wanted === undefined || active.length < before;
    },
    repeat(wanted) {
      sequence = wanted;
      draw = wanted && createSequence(wanted);
      changed();
    },
    get active() {
      return active;
    },
    get sequence() {
      return sequence;
    },
    take(target) {
      // Drawn in any case: a switch in between must not move the sequence.
      const drawn = draw?.();
      const struck = switched(target);
      if (struck.length > 0 || !drawn) return struck;
      return stageOf(drawn.kind) === 'rows' && !target.paged ? [] : [drawn];
    },
    reset() {
      active = [];
      sequence = atStart;
      draw = atStart && createSequence(atStart);
    },
  };
};
