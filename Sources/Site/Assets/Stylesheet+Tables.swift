extension Stylesheet {
  static let tables: StaticString = """
    .table-block { margin: 1.5rem 0 2rem; }
    .scroll { position: relative; overflow-x: auto; border-bottom: 1px solid var(--grey-420); }
    .scroll:focus-visible { border-radius: 0; outline-offset: 0; }
    table { min-width: 100%; border-collapse: separate; border-spacing: 0; letter-spacing: .01em; line-height: 1.4; }
    caption { padding: 0 0 .5rem; color: var(--grey-900); font-weight: 700; font-size: 1.0625rem; text-align: left; }
    caption span { position: sticky; left: 0; display: inline-block; max-width: calc(100vw - 2rem); }
    th, td { padding: .625rem .875rem; border-bottom: 1px solid var(--grey-200); background: var(--white);
      text-align: left; vertical-align: baseline; overflow-wrap: normal; word-break: normal; }
    td { min-width: 4rem; }
    td:not([class]) { min-width: 7rem; overflow-wrap: break-word; }
    td p, th p { margin: 0; }
    td p + p { margin-top: .125rem; }
    td .hint { font-size: .875rem; line-height: 1.4; }
    td .choice { grid-template-columns: 2rem auto; align-items: center; }
    td .choice input { margin: 0; }
    td .choice label { min-height: 0; padding: .125rem .25rem; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    td:has(svg) { vertical-align: top; }
    td .button.small { margin: -.375rem 0; }
    .word { white-space: nowrap; }
    .none { color: var(--grey-600); }
    .unit { font-weight: 400; }
    thead th { border-bottom: 1px solid var(--grey-900); background: var(--grey-100); color: var(--grey-900);
      vertical-align: baseline; white-space: nowrap; }
    thead th .unit { font-size: .875rem; }
    tbody th, tfoot th { position: sticky; left: 0; z-index: 1; color: var(--grey-900); font-weight: 700; }
    tbody th { word-break: keep-all; overflow-wrap: break-word; }
    thead th.rowHeader { position: sticky; left: 0; z-index: 2; }
    tbody th a { display: block; margin: -.625rem -.875rem; padding: .625rem .875rem; color: var(--blue-1000); }
    tbody th a:focus-visible { outline-offset: -4px; }
    tbody tr:hover > * { background: var(--blue-50); }
    tr.quiet > * { background: var(--grey-50); color: var(--grey-700); }
    tr.attention > * { background: var(--yellow-50); }
    tfoot th, tfoot td { border-top: 1px solid var(--grey-900); border-bottom: 0; font-weight: 700;
      background: var(--grey-50); color: var(--grey-900); }
    tfoot tr + tr > * { border-top: 1px solid var(--grey-200); }
    .dense { font-size: .9375rem; line-height: 1.3; }
    .dense th, .dense td { padding: .375rem .75rem; }
    .dense td { min-width: 3.5rem; }
    .dense tbody th { white-space: nowrap; }
    .dense td:not([class]) { min-width: 6rem; }
    .dense tbody th a { margin: -.375rem -.75rem; padding: .375rem .75rem; }
    .sort { display: inline-flex; align-items: baseline; min-height: 1.5rem; color: inherit; text-decoration: none; }
    .sort-title { text-decoration: underline; text-underline-offset: .1875rem; }
    .sort:hover .sort-title { text-decoration-thickness: .1875rem; }
    .sort-mark { margin-left: .375rem; color: var(--grey-700); font-size: .75rem; }
    [aria-sort] .sort-mark { margin-left: .375rem; color: var(--blue-900); }
    .nothing { color: var(--grey-600); }
    .note { margin: .5rem 0 0; max-width: 60em; font-size: .875rem; line-height: 1.6; }
    @media screen and (max-width: 47.99rem) {
      tbody th, tfoot th, thead th.rowHeader { min-width: 7.25rem; max-width: 9rem;
        white-space: normal; word-break: auto-phrase; }
      tbody th { box-shadow: 1px 0 0 var(--grey-420); }
      th, td { padding-left: .625rem; padding-right: .625rem; }
      .regular td:not([class]) { min-width: 13rem; }
      tbody th a { margin-left: -.625rem; margin-right: -.625rem; padding-left: .625rem; padding-right: .625rem; }
      .dense { font-size: .875rem; }
      .dense th, .dense td { padding-left: .375rem; padding-right: .375rem; }
      .dense tbody th a { margin-left: -.375rem; margin-right: -.375rem; padding-left: .375rem; padding-right: .375rem; }
      .dense tbody th, .dense tfoot th, .dense thead th.rowHeader { min-width: 0; white-space: nowrap; max-width: none; }
      .dense td { min-width: 0; }
      #month-sheet .word { white-space: normal; word-break: keep-all; }
    }
    #claim-sheet .control { min-height: 2.75rem; margin: 0; padding: .25rem .625rem; }
    #claim-sheet td:has(> .control) { min-width: 14rem; }
    #claim-sheet .fault, #claim-sheet td .hint { margin: .25rem 0 0; }
    """

  /// Rows of a few sentences on a narrow screen: each a card with the headings beside the values.
  static let stacked: StaticString = """
    @media screen and (max-width: 47.99rem) {
      .scroll:has(> .stacked) { border-bottom: 0; }
      .stacked, .stacked caption, .stacked tbody, .stacked tfoot { display: block; }
      .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .stacked tr { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; padding: .5rem 0;
        border-top: 1px solid var(--grey-420); }
      .stacked tr.attention { padding: .5rem .625rem; background: var(--yellow-50); }
      .stacked tbody th, .stacked tfoot th, .stacked.dense tbody th { position: static; flex: 1 1 auto; min-width: 0;
        max-width: 100%; white-space: normal; box-shadow: none; }
      .stacked tbody th, .stacked tfoot th, .stacked td { padding: .0625rem 0; border: 0; background: none; }
      .stacked td, .stacked.regular td:not([class]) { min-width: 0; text-align: left; }
      .stacked td:not([class]) { order: 3; flex: 1 0 100%; max-width: 100%; font-size: .9375rem; }
      .stacked .word { order: 1; }
      .stacked .word, .stacked .tag { max-width: 100%; white-space: normal; }
      .stacked .number { order: 2; }
      .stacked td:empty { display: none; }
      .stacked td:has(> .choice) { order: 4; flex: 1 0 100%; }
      .stacked td:has(> .choice)::before { display: none; }
      .stacked td .choice label { min-height: 2.75rem; padding: .625rem .5rem; }
      .stacked td.word:has(> form) { order: 4; flex: 1 0 100%; }
      .stacked td:has(> form)::before { display: none; }
      .stacked td .button.small { margin: .5rem 0; }
      .stacked th + td:not([class]) { order: 0; font-size: 1rem; }
      .stacked th + td:not([class])::before { display: none; }
      .stacked td a { display: inline-block; padding: .125rem 0; }
      .stacked tr::after { content: ""; order: 1; flex: 1 0 100%; }
      .stacked td::before { content: attr(data-label); margin-right: .5rem; color: var(--grey-600);
        font-size: .8125rem; font-weight: 400; }
    }
    """

  static let heat: StaticString = """
    .heat-legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0 0 .75rem; padding: 0;
      list-style: none; font-size: .875rem; }
    .heat-legend li { display: flex; align-items: center; gap: .5rem; }
    .swatch { display: inline-grid; place-content: center; width: 1.75rem; height: 1.5rem;
      border: 1px solid var(--grey-536); border-radius: 4px; font-size: .8125rem; }
    .heat-table { font-size: .9375rem; line-height: 1.3; }
    .heat-table th, .heat-table td { padding: .4375rem .625rem; min-width: 4.5rem; }
    .heat-table td { min-width: 5.25rem; white-space: nowrap; border-right: 1px solid var(--white); border-bottom: 1px solid var(--grey-100); }
    .heat-table tbody th { min-width: 8rem; font-weight: 400; word-break: keep-all; }
    .heat-table tbody th a { margin: -.4375rem -.625rem; padding: .4375rem .625rem; }
    .heat-table .mark { float: left; margin-right: .375rem; font-size: .8125rem; }
    @media (min-width: 48rem) and (min-height: 40rem) {
      .scroll:has(> .heat-table) { max-height: 90vh; overflow-y: auto; }
      .heat-table thead th { position: sticky; top: 0; z-index: 2; }
      .heat-table thead th.rowHeader { z-index: 3; }
    }
    .heat-table .total { border-left: 1px solid var(--grey-420); color: var(--grey-900); font-weight: 700; }
    .heat-0 { background: var(--white); }
    .heat-1, tbody tr:hover > .heat-1 { background: var(--orange-50); color: var(--grey-900); }
    .heat-2, tbody tr:hover > .heat-2 { background: var(--orange-200); color: var(--grey-900); }
    .heat-3, tbody tr:hover > .heat-3 { background: var(--orange-800); color: var(--white); }
    .heat-4, tbody tr:hover > .heat-4 { background: var(--red-1200); color: var(--white); font-weight: 700; }
    """
}
