export type { Tone } from './tone.ts';
export { Icon, type IconProps } from './icons/icon.tsx';
export * from './icons/paths.ts';
export * from './icons/message-paths.ts';
export * from './icons/banner-paths.ts';
export * from './icons/file-paths.ts';
export * from './icons/link-paths.ts';

export { Button, type ButtonProps, type ButtonVariant } from './controls/button.tsx';
export { IconButton, type IconButtonProps } from './controls/icon-button.tsx';
export { Menu, type MenuItem, type MenuProps } from './controls/menu.tsx';
export { Tabs, type Tab, type TabsProps } from './controls/tabs.tsx';

export { Field, type FieldControl, type FieldProps, type FieldTexts } from './forms/field.tsx';
export { TextField, type TextFieldProps } from './forms/text-field.tsx';
export { TextareaField, type TextareaFieldProps } from './forms/textarea-field.tsx';
export { AutoTextarea, type AutoTextareaProps } from './forms/auto-textarea.tsx';
export { SelectField, type SelectFieldProps, type SelectOption } from './forms/select-field.tsx';
export { Checkbox, type CheckboxProps } from './forms/checkbox.tsx';
export { RadioGroup, type RadioGroupProps, type RadioOption } from './forms/radio-group.tsx';
export { RatingScale, type Grade, type RatingScaleProps } from './forms/rating-scale.tsx';
export { Combobox, type ComboboxProps } from './forms/combobox.tsx';
export { Listbox, useListbox, type ListboxProps, type ListboxState } from './forms/listbox.tsx';
export { matchOptions, type ListOption } from './forms/match-options.ts';

export { Badge, CountBadge, type BadgeProps, type CountBadgeProps } from './feedback/badge.tsx';
export { Avatar, type AvatarProps } from './feedback/avatar.tsx';
export { StatusDot, type StatusDotProps } from './feedback/status-dot.tsx';
export { Banner, type BannerProps } from './feedback/banner.tsx';
export { Spinner, type SpinnerProps } from './feedback/spinner.tsx';
export { Skeleton, type SkeletonProps } from './feedback/skeleton.tsx';
export { EmptyState, type EmptyStateProps } from './feedback/empty-state.tsx';
export { createToasts, type Toast, type Toasts } from './feedback/toasts.ts';
export { ToastRegion, type ToastRegionProps } from './feedback/toast-region.tsx';
export { createAnnouncer, type Announcement, type Announcer } from './feedback/announcer.ts';
export { LiveRegion, type LiveRegionProps } from './feedback/live-region.tsx';
export { VisuallyHidden } from './feedback/visually-hidden.tsx';

export { Dialog, type DialogProps } from './overlay/dialog.tsx';

export { Transcript, type TranscriptProps } from './conversation/transcript.tsx';
export type { MessageState, TranscriptItem, TranscriptTexts } from './conversation/item.ts';
export { Typing } from './conversation/typing.tsx';

export { createI18n, type I18n, type I18nOptions } from './i18n/create-i18n.ts';
export type { Catalogue, Messages } from './i18n/catalogue.ts';
export { createFormats, type FormatOptions, type Formats, type Instant } from './i18n/formats.ts';
export { plural, type PluralForms } from './i18n/plural.ts';
export { directionOf } from './i18n/direction.ts';
