import { lazy } from '../lazy.tsx';

const extras = () => import('./index.ts');

export const Attachments = lazy(async () => {
  const { Attachments: Part, texts } = await extras();
  return [Part, texts];
});
export const EmojiPicker = lazy(async () => {
  const { EmojiPicker: Part, texts } = await extras();
  return [Part, texts];
});
export const More = lazy(async () => {
  const { More: Part, texts } = await extras();
  return [Part, texts];
});
export const SentFile = lazy(async () => {
  const { SentFile: Part, texts } = await extras();
  return [Part, texts];
});
export const CaseLink = lazy(async () => {
  const { CaseLink: Part, texts } = await extras();
  return [Part, texts];
});
