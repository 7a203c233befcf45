import express from 'express';

/** Reads a JSON body of at most 64 kB. A body of another type stays unread, and then fits no schema. */
export const jsonBody = express.json({ limit: '64kb' });
