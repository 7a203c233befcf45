import './dom.ts';
import { fireEvent, render, screen } from '@testing-library/preact';
import fc from 'fast-check';
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { Combobox, matchOptions, type ListOption } from '@lotsa/ui';

const options: readonly ListOption[] = [
  { value: 'bygg', label: 'Bygglov', group: 'Avdelningar' },
  { value: 'avfall', label: 'Avfall', group: 'Avdelningar', keywords: 'sopor' },
  { value: 'paus', label: 'Pausad', disabled: true },
  { value: 'bjorn', label: 'Björn Ek', group: 'Handläggare' },
];

function Target({ start }: { readonly start?: string }) {
  const [value, setValue] = useState(start);
  return <Combobox label="Till" options={options} value={value} onValue={setValue} emptyText="Ingen träff" />;
}

function show(start?: string) {
  render(<Target {...(start && { start })} />);
  const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'Till' });
  input.focus();
  const active = () =>
    document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent;
  const press = (key: string) => fireEvent.keyDown(input, { key });
  const type = (value: string) => fireEvent.input(input, { target: { value } });
  return { input, active, press, type };
}

describe('[G4] Combobox by keyboard', () => {
  it('opens with an arrow, passes over what is disabled, goes round, and chooses with Enter', () => {
    const { input, active, press } = show();
    expect(input.getAttribute('aria-expanded')).toBe('false');
    press('ArrowDown');
    expect(input.getAttribute('aria-expanded')).toBe('true');
    expect(active()).toBe('Bygglov');
    press('ArrowDown');
    press('ArrowDown');
    expect(active()).toBe('Björn Ek');
    press('ArrowDown');
    expect(active()).toBe('Bygglov');
    press('ArrowUp');
    press('Enter');
    expect(input.value).toBe('Björn Ek');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(document.activeElement).toBe(input);
  });

  it('opens at what is chosen, and starts from the first match when something is typed', () => {
    const { active, press, type } = show('bjorn');
    press('ArrowDown');
    expect(active()).toBe('Björn Ek');
    type('a');
    expect(active()).toBe('Avfall');
  });

  it('puts the chosen label back on Esc, and an outer Esc does not hear it', () => {
    const { input, press, type } = show('avfall');
    type('xyz');
    expect(screen.getByRole('status').textContent).toBe('Ingen träff');
    let heard = 0;
    document.addEventListener('keydown', () => (heard += 1), { once: true });
    press('Escape');
    expect(heard).toBe(0);
    expect(input.value).toBe('Avfall');
  });

  it('puts the chosen label back when it is left', () => {
    const { input, type } = show('avfall');
    type('b');
    fireEvent.blur(input);
    expect(input.value).toBe('Avfall');
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});

describe('Combobox by mouse', () => {
  it('chooses what is clicked, but not what is disabled', () => {
    const { input } = show();
    fireEvent.click(input);
    fireEvent.click(screen.getByRole('option', { name: 'Pausad' }));
    expect(input.value).toBe('');
    fireEvent.click(screen.getByRole('option', { name: 'Avfall' }));
    expect(input.value).toBe('Avfall');
  });
});

describe('matchOptions', () => {
  const found = (query: string, list = options) => matchOptions(list, query).map((option) => option.value);

  it('ignores case and marks, and knows keywords', () => {
    expect(found('BJORN')).toEqual(['bjorn']);
    expect(found('sopor')).toEqual(['avfall']);
    expect(found('ek bj')).toEqual(['bjorn']);
  });

  it('puts labels that begin with the query first where there are no groups', () => {
    const plain = ['Om bygglov', 'Bygglov'].map((label) => ({ value: label, label }));
    expect(found('bygg', plain)).toEqual(['Bygglov', 'Om bygglov']);
  });

  it('never invents, doubles or loses an option whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        const hits = matchOptions(options, query);
        expect(new Set(hits).size).toBe(hits.length);
        expect(hits.every((hit) => options.includes(hit))).toBe(true);
        if (query.trim() === '') expect(hits).toEqual(options);
      }),
    );
  });
});
