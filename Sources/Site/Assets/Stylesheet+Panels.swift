extension Stylesheet {
  static let panels: StaticString = """
    .key-values { max-width: 60rem; margin: 1.5rem 0; border-top: 1px solid var(--grey-420); }
    .key-values > div { display: grid; gap: 0 1.5rem; padding: .75rem 0; border-bottom: 1px solid var(--grey-200); }
    .key-values dt { color: var(--grey-900); font-weight: 700; }
    .key-values dd { margin: 0; min-width: 0; }
    .key-values dd p:last-child { margin-bottom: 0; }
    .stats { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr)); gap: 1.5rem;
      margin: 1.5rem 0 2.5rem; }
    .stats > div { padding: .625rem 0 0; border-top: 3px solid var(--grey-900); }
    .stats dt { color: var(--grey-800); font-size: .9375rem; line-height: 1.5; }
    .stats dd { margin: 0; }
    .stat-value { color: var(--grey-900); font-weight: 700; font-size: 1.75rem; line-height: 1.3; letter-spacing: 0;
      font-variant-numeric: tabular-nums; }
    .stat-value .unit { margin-left: .125rem; font-size: 1rem; letter-spacing: .02em; }
    .stat-note { color: var(--grey-600); font-size: .9375rem; line-height: 1.6; }
    .empty-state { margin: 1.5rem 0; padding: 2rem 1.5rem; border: 1px dashed var(--grey-420); border-radius: 12px; }
    .empty-title { margin: 0 0 .25rem; color: var(--grey-900); font-weight: 700; font-size: 1.125rem; }
    .empty-state > :last-child { margin-bottom: 0; }
    .details { margin: 1rem 0; }
    .details summary { display: flex; align-items: center; gap: .5rem; width: fit-content; min-height: 2.75rem;
      color: var(--blue-1000); text-decoration: underline; text-underline-offset: .1875rem; cursor: pointer;
      list-style: none; }
    .details summary::-webkit-details-marker { display: none; }
    .details summary::before { content: "＋" / ""; display: inline-block; }
    .details[open] summary::before { content: "－" / ""; }
    .details > div { padding: .5rem 0 .5rem 1.25rem; border-left: 4px solid var(--grey-200); }
    .details > div > :last-child { margin-bottom: 0; }
    .fold { border-bottom: 1px solid var(--grey-420); }
    .fold summary { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; min-height: 3.25rem;
      padding: .5rem 0 .5rem 1.75rem; cursor: pointer; list-style: none; }
    .fold summary::-webkit-details-marker { display: none; }
    .fold summary::before { content: "＋" / ""; margin-left: -1.75rem; width: .75rem; color: var(--blue-1000); }
    .fold[open] > summary::before { content: "－" / ""; }
    .fold summary > h2, .fold summary > h3 { flex: 1 1 16rem; margin: 0; color: var(--blue-1000);
      font-size: 1.0625rem; line-height: 1.5; text-decoration: underline; text-underline-offset: .1875rem; }
    .fold summary > h2 { font-size: 1.25rem; }
    .fold summary:hover > h2, .fold summary:hover > h3 { text-decoration-thickness: .1875rem; }
    .fold-sum { display: flex; flex-wrap: wrap; gap: .25rem .75rem; color: var(--grey-700); font-size: .9375rem;
      font-variant-numeric: tabular-nums; }
    .fold > div { padding: .25rem 0 1.5rem; }
    .fold .table-block { margin: .5rem 0 1rem; }
    .section > h2 + .fold { border-top: 1px solid var(--grey-420); }
    .folds { margin: 2.5rem 0 0; border-top: 1px solid var(--grey-420); }
    .prose { max-width: 44em; }
    .actions + p { margin-top: 1rem; }
    .tag { display: inline-block; padding: .0625rem .5rem; border: 1px solid currentcolor; border-radius: 6px;
      background: var(--white); font-size: .875rem; font-weight: 700; line-height: 1.5; white-space: nowrap; }
    .tag.neutral { color: var(--grey-700); background: var(--grey-50); }
    .tag.ongoing { color: var(--blue-1000); background: var(--blue-50); }
    .tag.success { color: var(--green-900); background: var(--green-50); }
    .tag.attention { color: var(--yellow-1100); background: var(--yellow-50); }
    .tag.alarm { color: var(--red-1000); background: var(--red-50); }
    .clock { font-variant-numeric: tabular-nums; font-weight: 700; font-size: 3.5rem; line-height: 1.2;
      letter-spacing: 0; color: var(--grey-900); }
    .progress { margin: 1.5rem 0; }
    .progress progress { width: 100%; max-width: 30rem; height: 1rem; accent-color: var(--blue-900); }
    @media (min-width: 48rem) {
      .key-values > div { grid-template-columns: 14rem 1fr; }
      .stats { grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5rem), 1fr)); gap: 1.5rem 2rem; }
      .stat-value { font-size: 2.25rem; }
    }
    """

  static let lists: StaticString = """
    .steps { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 0 0 2rem; padding: 0; list-style: none;
      counter-reset: step; }
    .steps li { display: flex; gap: .5rem; align-items: center; counter-increment: step; }
    .steps li::before { content: counter(step); display: grid; place-content: center; width: 2rem; height: 2rem;
      border: 1px solid var(--grey-600); border-radius: 50%; font-weight: 700; font-variant-numeric: tabular-nums; }
    .steps [aria-current] { color: var(--grey-900); font-weight: 700; }
    .steps [aria-current]::before { border-color: var(--grey-800); background: var(--grey-800); color: var(--white); }
    .history { margin: 1.5rem 0; padding: 0; list-style: none; }
    .history li { position: relative; padding: 0 0 1.25rem 1.5rem; border-left: 2px solid var(--grey-200); }
    .history li::before { content: ""; position: absolute; left: -.4375rem; top: .5rem; width: .75rem; height: .75rem;
      border: 2px solid var(--blue-900); border-radius: 50%; background: var(--white); }
    .history p { margin: 0; }
    .event-what { color: var(--grey-900); }
    .event-when { color: var(--grey-600); font-size: .875rem; font-variant-numeric: tabular-nums; }
    .entries { margin: 1rem 0 2rem; padding: 0; border-top: 1px solid var(--grey-420); list-style: none; }
    .entries li { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center;
      justify-content: space-between; padding: .375rem 0; border-bottom: 1px solid var(--grey-200); }
    .form + .entries { margin-top: 2.5rem; }
    h2 + .entries, h2 + .key-values { margin-top: -.25rem; border-top: 0; }
    .entry { min-width: 0; }
    .entry a { display: inline-flex; align-items: center; min-height: 2.25rem; font-weight: 700; }
    .entry-text { margin: 0 0 .375rem; color: var(--grey-700); font-size: .9375rem; }
    .entries li:not(:has(.entry-text)) a { min-height: 2.75rem; }
    .pagination { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: center; margin: 1rem 0 2rem; }
    .pagination .count { margin: 0; font-variant-numeric: tabular-nums; }
    .pagination ul { display: flex; flex-wrap: wrap; gap: .25rem; margin: 0; padding: 0; list-style: none; }
    .pagination a { display: grid; place-content: center; min-width: 2.75rem; min-height: 2.75rem; padding: 0 .75rem;
      border-radius: 6px; color: var(--blue-1000); font-variant-numeric: tabular-nums; }
    .pagination a:hover { background: var(--blue-50); }
    .pagination a[aria-current], .pagination a[aria-current]:visited { background: var(--blue-900);
      color: var(--white); font-weight: 700; text-decoration: none; }
    .pagination .gap { display: grid; place-content: center; min-width: 2rem; }
    """

  static let figures: StaticString = """
    figure { margin: 1rem 0 1.5rem; }
    .limit-figure { max-width: 32rem; }
    .limit-figure figcaption { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline;
      margin: 0 0 .5rem; }
    .figure-title { flex: 1 0 100%; color: var(--grey-800); font-size: .9375rem; }
    .figure-value { color: var(--grey-900); font-weight: 700; font-size: 1.5rem; line-height: 1.4; letter-spacing: 0;
      font-variant-numeric: tabular-nums; }
    .year-line { max-width: 48rem; }
    .chart-key { display: grid; gap: .125rem; margin: .5rem 0 0; padding: 0; list-style: none; font-size: .9375rem; }
    .chart-key li { display: flex; gap: .5rem; align-items: center; }
    .chart-key svg { flex: none; }
    .spark-line { vertical-align: middle; color: var(--blue-900); }
    .limit-bar { display: block; overflow: visible; }
    .limit-bar text { fill: var(--grey-800); font-size: 14px; }
    .limit-bar .track { fill: var(--grey-100); }
    .limit-bar .value { fill: var(--blue-900); }
    .limit-bar .over { fill: var(--orange-800); }
    .limit-bar .limit { stroke: var(--grey-900); stroke-width: 4; }
    .limit-bar .mark { stroke: var(--grey-700); stroke-width: 2; stroke-dasharray: 4 3; }
    """
}
