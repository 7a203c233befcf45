import './dom.ts';
import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import {
  AutoTextarea,
  Checkbox,
  RadioGroup,
  RatingScale,
  SelectField,
  TextareaField,
  TextField,
} from '@lotsa/ui';

const descriptionOf = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);

describe('TextField', () => {
  it('[G4] ties label, hint and error to the input', () => {
    render(
      <TextField label="E-post" hint="Hit svarar vi" error="Skriv en adress" value="" onValue={() => {}} />,
    );
    const input = screen.getByLabelText('E-post');
    expect(descriptionOf(input)).toEqual(['Hit svarar vi', 'Skriv en adress']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('says nothing of an error that is not there', () => {
    render(<TextField label="E-post" value="" onValue={() => {}} />);
    const input = screen.getByLabelText('E-post');
    expect(input.hasAttribute('aria-invalid')).toBe(false);
    expect(input.hasAttribute('aria-describedby')).toBe(false);
  });

  it('hands on what is typed, and the native attributes', () => {
    const onValue = vi.fn<(value: unknown) => void>();
    render(<TextField label="Telefon" type="tel" autocomplete="tel" value="" onValue={onValue} />);
    const input = screen.getByLabelText<HTMLInputElement>('Telefon');
    fireEvent.input(input, { target: { value: '0705' } });
    expect(onValue).toHaveBeenCalledWith('0705');
    expect(input.type).toBe('tel');
    expect(input.autocomplete).toBe('tel');
  });
});

describe('SelectField and TextareaField', () => {
  it('are named and hand on the choice', () => {
    const onValue = vi.fn<(value: unknown) => void>();
    const options = [
      { value: 'a', label: 'Bygglov' },
      { value: 'b', label: 'Skola' },
    ];
    render(
      <>
        <SelectField label="Ämne" value="a" onValue={onValue} options={options} />
        <TextareaField label="Fråga" value="x" onValue={() => {}} />
      </>,
    );
    fireEvent.change(screen.getByLabelText('Ämne'), { target: { value: 'b' } });
    expect(onValue).toHaveBeenCalledWith('b');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Fråga').value).toBe('x');
  });
});

describe('AutoTextarea', () => {
  const show = (onSubmit: () => void) => {
    render(<AutoTextarea aria-label="Meddelande" value="Hej" onValue={() => {}} onSubmit={onSubmit} />);
    return screen.getByRole('textbox');
  };

  it('sends on Enter', () => {
    const onSubmit = vi.fn<() => void>();
    expect(fireEvent.keyDown(show(onSubmit), { key: 'Enter' })).toBe(false);
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it.each([
    ['Shift+Enter', { key: 'Enter', shiftKey: true }],
    ['an Enter that ends a composition', { key: 'Enter', isComposing: true }],
    ['an Enter that ends a composition in Safari', { key: 'Enter', keyCode: 229 }],
    ['a letter', { key: 'a' }],
  ])('leaves %s to the text', (_name, key) => {
    const onSubmit = vi.fn<() => void>();
    expect(fireEvent.keyDown(show(onSubmit), key)).toBe(true);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('leaves a key that the app has used', () => {
    const onSubmit = vi.fn<() => void>();
    render(
      <AutoTextarea
        aria-label="Svar"
        value=""
        onValue={() => {}}
        onKeyDown={(event) => event.preventDefault()}
        onSubmit={onSubmit}
      />,
    );
    fireEvent.keyDown(screen.getByLabelText('Svar'), { key: 'Enter' });
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('gives its element to a ref', () => {
    const ref = { current: null as HTMLTextAreaElement | null };
    render(<AutoTextarea aria-label="Anteckning" value="" onValue={() => {}} ref={ref} />);
    expect(ref.current).toBe(screen.getByLabelText('Anteckning'));
  });
});

describe('choices', () => {
  it('a checkbox has its hint as description', () => {
    const onChecked = vi.fn<(checked: boolean) => void>();
    render(<Checkbox label="Svar via e-post" hint="Annars här" checked={false} onChecked={onChecked} />);
    const box = screen.getByRole('checkbox', { name: /Svar via e-post/ });
    expect(descriptionOf(box)).toEqual(['Annars här']);
    fireEvent.click(box);
    expect(onChecked).toHaveBeenCalledWith(true);
  });

  it('a radio group has its legend as name and tells its error', () => {
    const onValue = vi.fn<(value: unknown) => void>();
    render(
      <RadioGroup
        legend="Hur?"
        error="Välj ett sätt"
        options={[
          { value: 'consult', label: 'Rådfråga' },
          { value: 'join', label: 'Bjud in' },
        ]}
        value="consult"
        onValue={onValue}
      />,
    );
    expect(descriptionOf(screen.getByRole('group', { name: 'Hur?' }))).toEqual(['Välj ett sätt']);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Rådfråga' }).checked).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'Bjud in' }));
    expect(onValue).toHaveBeenCalledWith('join');
  });

  it('[G4] a rating says in words what its ends mean', () => {
    const onValue = vi.fn<(value: unknown) => void>();
    render(<RatingScale legend="Nöjd?" low="Missnöjd" high="Nöjd" value={undefined} onValue={onValue} />);
    expect(screen.getAllByRole('radio')).toHaveLength(5);
    expect(screen.getByRole('radio', { name: '1, Missnöjd' })).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '5, Nöjd' }));
    expect(onValue).toHaveBeenCalledWith(5);
  });
});
