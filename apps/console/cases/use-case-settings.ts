import type { CaseAnswers } from '@lotsa/protocol';
import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';

/** The types and templates of cases, asked for anew where they are needed; null before they came first. */
export function useCaseSettings(): CaseAnswers['cases:settings'] | null {
  const { cases, staff } = useApp();
  useEffect(() => void staff.cases.loadSettings(), [staff]);
  return cases.value.settings;
}
