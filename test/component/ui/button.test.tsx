import './dom.ts';
import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Button, IconButton, iconClose } from '@lotsa/ui';

describe('Button', () => {
  it('does not submit the form it stands in, unless told to', () => {
    render(<Button>Avbryt</Button>);
    expect(screen.getByRole('button').getAttribute('type')).toBe('button');
  });

  it('swallows clicks and submits while busy, and can still be focused', () => {
    const onClick = vi.fn<() => void>();
    const onSubmit = vi.fn<(event: Event) => void>((event) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <Button type="submit" busy onClick={onClick}>
          Spara
        </Button>
      </form>,
    );
    const button = screen.getByRole('button', { name: 'Spara' });
    button.focus();
    fireEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
    expect(onSubmit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-busy')).toBe('true');
  });
});

describe('IconButton', () => {
  it('[G4] has its label as name and tooltip, and hides the drawing', () => {
    render(<IconButton icon={iconClose} label="Stäng" />);
    const button = screen.getByRole('button', { name: 'Stäng' });
    expect(button.title).toBe('Stäng');
    expect(button.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});
