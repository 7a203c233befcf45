import './dom.ts';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Menu } from '@lotsa/ui';

function show(onSelect = vi.fn<(key: string) => void>()) {
  render(
    <Menu
      label="Åtgärder"
      items={[
        { key: 'a', label: 'Lämna över', onSelect: () => onSelect('a') },
        { key: 'b', label: 'Avsluta', disabled: true, onSelect: () => onSelect('b') },
        { key: 'c', label: 'Spärra', onSelect: () => onSelect('c') },
      ]}
    />,
  );
  const button = screen.getByRole('button', { name: 'Åtgärder' });
  button.focus();
  const focused = () => document.activeElement?.textContent;
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  return { button, focused, press, onSelect };
}

describe('[G4] Menu by keyboard', () => {
  it('opens at the first or the last command', () => {
    const { focused, press } = show();
    press('ArrowDown');
    expect(focused()).toBe('Lämna över');
    press('Escape');
    press('ArrowUp');
    expect(focused()).toBe('Spärra');
  });

  it('moves round, to the ends and by first letter', () => {
    const { focused, press } = show();
    press('ArrowDown');
    press('ArrowUp');
    expect(focused()).toBe('Spärra');
    press('ArrowDown');
    expect(focused()).toBe('Lämna över');
    press('End');
    expect(focused()).toBe('Spärra');
    press('Home');
    press('a');
    expect(focused()).toBe('Avsluta');
  });

  it('gives focus back on Esc', () => {
    const { button, press } = show();
    press('ArrowDown');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    press('Escape');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
  });
});

describe('Menu', () => {
  it('does the command once and closes, with focus on its button', () => {
    const { button, onSelect } = show();
    fireEvent.click(button);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Spärra' }));
    expect(onSelect.mock.calls).toEqual([['c']]);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('does nothing for a disabled command, which still can be reached', () => {
    const { button, onSelect } = show();
    fireEvent.click(button);
    const item = screen.getByRole('menuitem', { name: 'Avsluta' });
    expect(item.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(item);
    expect(onSelect).not.toHaveBeenCalled();
  });

  it('closes when focus goes elsewhere', async () => {
    const { button } = show();
    render(<button type="button">Något annat</button>);
    fireEvent.click(button);
    expect(screen.getByRole('menu')).toBeTruthy();
    await act(() => screen.getByRole('button', { name: 'Något annat' }).focus());
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

it('[G4] keeps focus on its button when it becomes an icon', () => {
  const { rerender } = render(<Menu label="Konto" items={[]} />);
  const button = screen.getByRole('button', { name: 'Konto' });
  button.focus();
  rerender(<Menu label="Konto" items={[]} iconOnly />);
  expect(document.activeElement).toBe(button);
  expect(screen.getByRole('button', { name: 'Konto' })).toBe(button);
});
