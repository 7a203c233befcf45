import type * as v from 'valibot';
import type { Answer } from './errors.ts';
import type { StaffAnswers, StaffFacts, StaffRequests } from './staff.ts';
import type { VisitorAnswers, VisitorFacts, VisitorRequests } from './visitor.ts';

type RequestMap = Record<string, v.GenericSchema>;

/** Socket.IO's listener map of requests: payload in, acknowledgement out. */
export type RequestEvents<Requests extends RequestMap, Answers extends Record<keyof Requests, unknown>> = {
  [Name in keyof Requests & string]: (
    payload: v.InferInput<Requests[Name]>,
    ack: (answer: Answer<Answers[Name]>) => void,
  ) => void;
};

/** Socket.IO's listener map of facts: they are told, not acknowledged. */
export type FactEvents<Facts> = { [Name in keyof Facts & string]: (fact: Facts[Name]) => void };

export type VisitorRequestEvents = RequestEvents<VisitorRequests, VisitorAnswers>;
export type VisitorFactEvents = FactEvents<VisitorFacts>;
export type StaffRequestEvents = RequestEvents<StaffRequests, StaffAnswers>;
export type StaffFactEvents = FactEvents<StaffFacts>;
