/** Line drawings on a 24×24 grid; the stroke takes the colour of the text. */
export const ICONS = {
  home: 'M3 11l9-8 9 8M5 10v10h14V10',
  plan: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h7',
  calendar: 'M4 6h16v15H4zM4 10h16M8 3v5M16 3v5',
  activity: 'M7 3h7l5 5v13H7zM13 3v6h6',
  report: 'M4 20V10M10 20V4M16 20v-7M21 20H3',
  chart: 'M4 4v16h16M7 15l4-5 3 3 5-7',
  megaphone: 'M4 10v4h3l7 5V5L7 10zM18 9a4 4 0 010 6',
  lock: 'M6 11h12v10H6zM9 11V7a3 3 0 016 0v4',
  check: 'M4 12l5 5L20 6',
  library: 'M5 4v16M9 4v16M13 4h6v16h-6zM13 9h6',
  inbox: 'M4 13l3-8h10l3 8v7H4zM4 13h5l1 3h4l1-3h5',
  building: 'M4 21V8l8-5 8 5v13zM9 21v-6h6v6M9 10h.01M15 10h.01',
  people: 'M9 11a4 4 0 100-8 4 4 0 000 8zM2 21v-2a5 5 0 015-5h4a5 5 0 015 5v2M16 3.5a4 4 0 010 7M19 14.5a5 5 0 013 4.5v2',
  person: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 21v-1a6 6 0 016-6h4a6 6 0 016 6v1',
  bell: 'M6 16V10a6 6 0 0112 0v6l2 2H4zM10 21h4',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  language: 'M12 21a9 9 0 100-18 9 9 0 000 18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
  camera: 'M3 8h4l2-3h6l2 3h4v12H3zM12 17a3.5 3.5 0 100-7 3.5 3.5 0 000 7z',
  plus: 'M12 5v14M5 12h14',
  more: 'M5 11.5a.5.5 0 100 1 .5.5 0 000-1zM12 11.5a.5.5 0 100 1 .5.5 0 000-1zM19 11.5a.5.5 0 100 1 .5.5 0 000-1z',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5',
  edit: 'M4 20h4L20 8l-4-4L4 16zM13 7l4 4',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  expand: 'M6 9l6 6 6-6',
  sort: 'M8 9l4-5 4 5M8 15l4 5 4-5',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 15a3 3 0 100-6 3 3 0 000 6z',
  eye_off: 'M4 4l16 16M9.5 5.4A9.6 9.6 0 0112 5c6 0 10 7 10 7a17 17 0 01-3 3.6M6.5 7A17 17 0 002 12s4 7 10 7a9.7 9.7 0 004.5-1.1',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  download: 'M12 4v12M7 11l5 5 5-5M4 18v2h16v-2',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  undo: 'M9 14L4 9l5-5M4 9h10a6 6 0 010 12h-3',
  comment: 'M4 5h16v12h-9l-5 4v-4H4z',
  link: 'M10 14a4 4 0 005.6 0l3.4-3.4a4 4 0 00-5.6-5.6L12 6.4M14 10a4 4 0 00-5.6 0L5 13.4A4 4 0 0010.6 19l1.4-1.4',
  warning: 'M12 3l10 18H2zM12 10v5M12 18h.01',
  info: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v6M12 7.5h.01',
  offline: 'M4 4l16 16M2 9a15 15 0 014-2.5M10 5.2A15 15 0 0122 9M5.5 12.5A10 10 0 019 10.5M14 10.8a10 10 0 014.5 1.7M12 19h.01M9 16a4.5 4.5 0 015-.500',
  sign_out: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
} as const satisfies Record<string, string>

export type IconName = keyof typeof ICONS

/** An icon always stands beside words or inside a control with a name, so it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  )
}
