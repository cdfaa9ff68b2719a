extension Stylesheet {
  static let shell: StaticString = """
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: .5rem; z-index: 9; padding: .5rem 1rem; }
    .demo-band { margin: 0; max-width: none; padding: .25rem 1rem; background: var(--yellow-50);
      border-bottom: 1px solid var(--yellow-900); color: var(--grey-900); font-size: .875rem; text-align: center; }
    .site-header { border-bottom: 1px solid var(--grey-420); }
    .bar { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: center; justify-content: space-between;
      padding-top: .5rem; padding-bottom: .25rem; }
    .service { display: inline-flex; align-items: center; gap: .75rem; min-height: 2.75rem; color: var(--grey-900);
      font-weight: 700; font-size: 1.375rem; line-height: 1; letter-spacing: .08em; text-decoration: none; }
    .service:hover { text-decoration: underline; }
    .emblem .ground { fill: var(--blue-900); }
    .emblem .line { fill: none; stroke: var(--white); stroke-width: 2.5; stroke-linecap: round;
      stroke-linejoin: round; }
    .visitor { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: center; margin: 0; padding: 0;
      list-style: none; font-size: .9375rem; }
    .visitor .unit { color: var(--grey-600); }
    .visitor .name { font-weight: 700; color: var(--grey-900); white-space: nowrap; }
    .stamp { display: none; }
    .visitor a, .plain, .breadcrumbs a { display: inline-flex; align-items: center; }
    .visitor a, .plain { min-height: 2.75rem; }
    .breadcrumbs a { min-height: 1.75rem; }
    .plain { padding: 0; border: 0; background: none; color: var(--blue-1000); font: inherit; letter-spacing: inherit;
      text-decoration: underline; text-underline-offset: .1875rem; cursor: pointer; }
    .plain:hover { text-decoration-thickness: .1875rem; }
    .menu ul { display: flex; flex-wrap: wrap; margin: 0 -.625rem; padding: 0; list-style: none; }
    .menu a { position: relative; display: flex; align-items: center; min-height: 2.75rem; padding: .25rem .625rem;
      color: var(--grey-900); font-weight: 700; line-height: 1.4; text-decoration: none; }
    .menu a:hover { background: var(--grey-50); text-decoration: underline; }
    .menu a[aria-current] { color: var(--blue-1000); }
    .menu a[aria-current]::after { content: ""; position: absolute; left: .625rem; right: .625rem; bottom: 0;
      border-bottom: 4px solid var(--blue-900); }
    .breadcrumbs ol { display: flex; flex-wrap: wrap; gap: 0 .5rem; margin: .75rem 0 0; padding: 0; list-style: none;
      font-size: .875rem; line-height: 1.5; }
    .breadcrumbs li { display: flex; align-items: center; min-height: 1.75rem; }
    .breadcrumbs li + li::before { content: "›" / ""; margin-right: .5rem; color: var(--grey-600); }
    .breadcrumbs [aria-current] { color: var(--grey-600); }
    .site-footer { border-top: 1px solid var(--grey-420); background: var(--grey-50); font-size: .875rem; }
    .site-footer .frame { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: center;
      justify-content: space-between; padding-top: 1rem; padding-bottom: 1rem; }
    .site-footer ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 0; padding: 0; list-style: none; }
    .site-footer a { display: inline-flex; align-items: center; min-height: 2.75rem; }
    .site-footer p { margin: 0; color: var(--grey-600); }
    @media screen and (max-width: 29.99rem) {
      .visitor { gap: 0 .75rem; font-size: .875rem; }
    }
    @media (min-width: 48rem) {
      .bar { padding-top: .75rem; }
      .menu a { min-height: 3.25rem; padding: .5rem 1rem; }
      .menu ul { margin: 0 -1rem; }
      .menu a[aria-current]::after { left: 1rem; right: 1rem; }
    }
    """

  static let messages: StaticString = """
    .notice { margin: 1rem 0 1.5rem; padding: .875rem 1.25rem; border: 2px solid var(--tone); border-left-width: 12px;
      border-radius: 8px; background: var(--white); color: var(--grey-900); }
    .notice.success { --tone: var(--green-800); }
    .notice.information { --tone: var(--blue-900); }
    .notice.warning { --tone: var(--yellow-900); }
    .notice-title { margin: 0; font-weight: 700; }
    .notice-title + * { margin-top: .5rem; }
    .notice > :last-child { margin-bottom: 0; }
    .notice-kind { margin-right: .75rem; padding-right: .75rem; border-right: 1px solid var(--grey-420);
      color: var(--tone); }
    .notice.warning .notice-kind { color: var(--yellow-1100); }
    .error-summary { margin: 1rem 0 1.5rem; padding: 1rem 1.25rem; border: 3px solid var(--red-800);
      border-radius: 12px; }
    .error-summary:focus { outline: 4px solid var(--black); outline-offset: 2px;
      box-shadow: 0 0 0 2px var(--yellow-300); }
    .error-summary h2 { margin: 0 0 .5rem; font-size: 1.25rem; }
    .error-summary ul { margin: 0; padding: 0 0 0 1.25rem; }
    .error-summary li { padding: .125rem 0; }
    .error-summary a { color: var(--red-900); font-weight: 700; }
    """
}
