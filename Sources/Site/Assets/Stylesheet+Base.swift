extension Stylesheet {
  static let tokens: StaticString = """
    /* Colours, radii and type sizes: design-tokens 1.1.9 of the Digital Agency of Japan, MIT License,
       Copyright (c) 2023 デジタル庁, https://github.com/digital-go-jp/design-tokens */
    :root {
      --white: #fff; --black: #000;
      --blue-50: #e8f1fe; --blue-100: #d9e6ff; --blue-200: #c5d7fb; --blue-900: #0017c1; --blue-1000: #00118f;
      --blue-1200: #000060; --yellow-50: #fbf5e0; --yellow-300: #ffd43d; --yellow-900: #927200; --yellow-1100: #6e5600;
      --grey-50: #f2f2f2; --grey-100: #e6e6e6; --grey-200: #ccc; --grey-420: #949494; --grey-536: #767676;
      --grey-600: #666; --grey-700: #4d4d4d; --grey-800: #333; --grey-900: #1a1a1a;
      --red-50: #fdeeee; --red-800: #ec0000; --red-900: #ce0000; --red-1000: #a90000;
      --green-50: #e6f5ec; --green-800: #197a4b; --green-900: #115a36;
      --orange-50: #ffeee2; --orange-200: #ffc199; --orange-800: #c74700; --red-1200: #620000;
      --magenta-900: #8b008b;
      --sans: "Noto Sans JP", "Noto Sans CJK JP", "BIZ UDPGothic", "Hiragino Sans", "Yu Gothic UI", Meiryo, sans-serif;
      --mono: "Noto Sans Mono", "Noto Sans Mono CJK JP", Consolas, monospace;
    }
    """

  static let base: StaticString = """
    *, *::before, *::after { box-sizing: border-box; }
    html { font-size: 100%; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--white);
      color: var(--grey-800); font: 400 1rem/1.7 var(--sans); letter-spacing: .02em; overflow-wrap: anywhere;
      line-break: strict; text-autospace: no-autospace; }
    .frame { width: 100%; max-width: 79rem; margin: 0 auto; padding: 0 1rem; }
    body > .frame { flex: 1; }
    main { min-width: 0; padding: .5rem 0 4rem; }
    main:first-child { padding-top: 1.5rem; }
    main:focus { outline: none; }
    h1, h2, h3 { color: var(--grey-900); font-weight: 700; word-break: auto-phrase; text-wrap: pretty; }
    h1 { font-size: 1.75rem; line-height: 1.4; letter-spacing: .01em; margin: 1rem 0; }
    h2 { font-size: 1.375rem; line-height: 1.5; margin: 0 0 1rem; }
    h3 { font-size: 1.125rem; line-height: 1.6; margin: 2rem 0 .5rem; }
    p { margin: 0 0 1rem; max-width: 44em; text-wrap: pretty; }
    a { color: var(--blue-1000); text-underline-offset: .1875rem; }
    a:visited { color: var(--magenta-900); }
    a:hover { text-decoration-thickness: .1875rem; }
    .menu a:visited, .visitor a:visited, .breadcrumbs a:visited, .site-footer a:visited, .pagination a:visited,
    .button:visited, .sort:visited, .service:visited, th a:visited { color: inherit; }
    code { font-family: var(--mono); font-size: 1em; letter-spacing: 0; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .lead { font-size: 1.125rem; line-height: 1.7; margin: 0 0 2rem; max-width: 40em; text-wrap: pretty; }
    .lead, .note, .hint, .entry-text, .empty-state, .notice { word-break: auto-phrase; }
    .lead p:last-child { margin-bottom: 0; }
    .section { margin: 3rem 0 0; padding: 1.25rem 0 0; border-top: 1px solid var(--grey-420); }
    .hint, .note { color: var(--grey-600); }
    :focus-visible { outline: 4px solid var(--black); outline-offset: 2px; border-radius: 4px;
      box-shadow: 0 0 0 2px var(--yellow-300); }
    main:focus-visible { outline: none; box-shadow: none; }
    a:focus-visible:not(.button), summary:focus-visible, .plain:focus-visible { background: var(--yellow-300);
      color: var(--black); }
    @media (min-width: 48rem) {
      .frame { padding: 0 2rem; }
      h1 { font-size: 2.25rem; }
      h2 { font-size: 1.5rem; }
    }
    """
}
