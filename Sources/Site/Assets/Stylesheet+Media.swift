extension Stylesheet {
  /// Contrast themes and stillness: what a colour told is told by a line.
  static let contrast: StaticString = """
    @media (forced-colors: active) {
      :focus-visible, .error-summary:focus { outline-color: Highlight; }
      .button { border: 1px solid ButtonText; }
      .button.primary { border-width: 4px; }
      .menu a[aria-current]::after { border-color: Highlight; }
      .steps [aria-current]::before { outline: 3px solid; outline-offset: 2px; }
      .pagination a[aria-current] { border: 3px solid; }
      .heat-1, .heat-2, .heat-3, .heat-4 { forced-color-adjust: none; }
      .limit-bar text { fill: CanvasText; }
      .limit-bar .track { fill: Canvas; stroke: CanvasText; }
      .limit-bar .value { fill: Highlight; }
      .limit-bar .over { fill: CanvasText; }
      .limit-bar .limit, .limit-bar .mark { stroke: CanvasText; }
      .emblem { forced-color-adjust: none; }
    }
    @media (prefers-reduced-motion: reduce) {
      *, *::before, *::after { animation: none !important; transition: none !important;
        scroll-behavior: auto !important; }
    }
    """

  /// A4: wide tables lie on their side, headings repeat, and nothing to press is printed.
  static let print: StaticString = """
    @page { size: A4 portrait; margin: 12mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
    @page wide { size: A4 landscape; margin: 12mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
    @media print {
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      html { font-size: 10pt; }
      body { display: block; color: var(--black); line-height: 1.5; }
      .landscape { page: wide; }
      .frame { max-width: none; padding: 0; }
      main { padding: 0; }
      .menu, .skip, .breadcrumbs, .site-footer, .actions, .one-button, .search, .pagination ul, .button, .visitor a,
      .visitor form, .sort-mark, .notice[role], .on-screen { display: none; }
      td .choice, .section:has(> .form), .details:has(.form), .fold:has(.form) { display: none; }
      .error-summary:focus { outline: none; box-shadow: none; }
      .stats { display: flex; flex-wrap: wrap; gap: 1mm 8mm; margin: 2mm 0 3mm; }
      .stats > div { display: flex; gap: 2mm; align-items: baseline; padding: 0; border: 0; }
      .stat-value { font-size: 1.125rem; }
      .stat-value .unit { font-size: .875rem; }
      .site-header { margin: 0 0 2mm; }
      .bar { padding: 0 0 2mm; }
      .service { min-height: 0; font-size: 11pt; }
      .emblem { width: 6mm; height: 6mm; }
      .visitor { flex: 1; justify-content: end; font-size: 9pt; }
      .stamp { display: block; margin: 0; font-size: 9pt; font-variant-numeric: tabular-nums; }
      .demo-band { padding: 0; }
      h1 { margin: 0 0 3mm; font-size: 16pt; }
      h2 { font-size: 13pt; }
      .lead { margin: 0 0 2mm; max-width: none; font-size: 10.5pt; line-height: 1.5; }
      h1, h2, h3, caption { break-after: avoid; }
      .section { margin-top: 3mm; padding-top: 2mm; }
      .section > h2 { margin-bottom: 1mm; font-size: 11.5pt; }
      a, a:visited, tbody th a, .sort-title { color: var(--black); text-decoration: none; }
      #claim-sheet :is(th, td):nth-child(n + 3) { display: none; }
      #gap-board th, #gap-board td { min-width: 0; padding: .25mm .5mm; font-size: 6pt; }
      .scroll, .scroll:has(> .heat-table) { overflow: visible; max-height: none; }
      .table-block { margin: 2mm 0 4mm; }
      .note { margin-top: 1mm; max-width: none; font-size: 8pt; line-height: 1.4; }
      caption { padding-bottom: 1mm; font-size: 1rem; }
      table { width: 100%; min-width: 0; font-size: 9pt; }
      .dense { font-size: 8.5pt; }
      .table-block th, .table-block td { position: static; min-width: 0; max-width: none; padding: 1mm 1.5mm;
        line-height: 1.3; }
      .table-block td:not([class]) { min-width: 0; }
      .tag { padding: 0 1mm; border-radius: 1mm; font-size: .9em; line-height: 1.2; }
      .table-block tbody th a { margin: 0; padding: 0; }
      .table-block .dense th, .table-block .dense td { padding: .25mm 1.5mm; line-height: 1.2; }
      .dense td:not([class]) { min-width: 0; }
      thead { display: table-header-group; }
      tfoot { display: table-row-group; }
      tr, figure, .stats > div, .key-values > div, .history li, .notice { break-inside: avoid; }
      .sheet + .sheet { break-before: page; }
      .heat-table { font-size: 8.5pt; }
      .limit-figure { display: inline-block; width: 45%; margin: 0 4% 0 0; }
      .limit-bar { width: 85%; }
      .limit-figure figcaption { margin: 0 0 1mm; }
      .limit-figure .figure-title { flex: none; }
      .figure-value { font-size: 1.125rem; }
      .notice { margin: 2mm 0; padding: 1.5mm 4mm; font-size: 8pt; letter-spacing: 0;
        line-height: 1.3; }
      .notice ul { margin: 1mm 0 0; padding-left: 4mm; }
      .details:not([open])::details-content, .fold:not([open])::details-content { content-visibility: visible; }
      .details summary::before, .fold summary::before { display: none; }
      .details summary, .fold summary { min-height: 0; padding: 1mm 0; color: var(--black); text-decoration: none;
        break-after: avoid; }
      .fold summary > h2, .fold summary > h3 { color: var(--black); font-size: 11.5pt; text-decoration: none; }
      .fold > div, .details > div { padding: 0; border: 0; }
      .fold { border: 0; }
    }
    """
}
