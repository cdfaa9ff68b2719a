/// The style sheet of the public folder: a file of its own, so that pages need no style inside them.
enum PublicStyle {
  static let css: StaticString = """
    @page { size: A4; margin: 15mm; }
    body { font-family: sans-serif; line-height: 1.7; color: #1a1a1a; background: #fff; margin: 0; }
    main, nav, footer { max-width: 64rem; margin: 0 auto; padding: 0.5rem 1rem; }
    h1 { font-size: 1.5rem; line-height: 1.4; }
    h2 { font-size: 1.25rem; margin-top: 2rem; }
    h1, h2, caption { break-after: avoid; }
    a { color: #0017c1; }
    a:focus-visible, .scroll:focus-visible { outline: 4px solid #000; outline-offset: 2px; background: #ffd43d; }
    .draft { border: 2px solid #a0341f; padding: 0.5rem 1rem; font-weight: 700; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; }
    caption { font-weight: 700; padding: 0.25rem 0; text-align: left; }
    th, td { border: 1px solid #767676; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
    thead th { background: #f2f2f2; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    td, tbody th, thead th { min-width: 4.5em; word-break: auto-phrase; }
    @media print { td, tbody th, thead th { min-width: 0; } }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    dl.key-values > div { display: flex; flex-wrap: wrap; gap: 0 1rem; }
    dl.key-values dt { flex: 0 0 9rem; font-weight: 700; }
    dl.key-values dd { margin: 0; flex: 1 1 16rem; overflow-wrap: anywhere; }
    @media screen and (max-width: 40rem) {
      .stacked, .stacked caption, .stacked tbody { display: block; }
      .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .stacked tr { display: block; padding: 0.5rem 0; border-top: 1px solid #767676; }
      .stacked th, .stacked td { display: block; min-width: 0; padding: 0; border: 0; text-align: left; }
      .stacked td::before { content: attr(data-label) "："; color: #595959; font-size: 0.875rem; }
    }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    @media print { main { max-width: none; padding: 0; } .scroll { overflow: visible; } nav { display: none; } }

    """
}
