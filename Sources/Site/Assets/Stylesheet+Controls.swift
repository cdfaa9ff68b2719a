extension Stylesheet {
  static let controls: StaticString = """
    .button { position: relative; display: inline-flex; align-items: center; justify-content: center; min-height: 3rem;
      min-width: 7rem; padding: .5rem 1.25rem; border-radius: 8px; font: 700 1rem/1.3 var(--sans);
      letter-spacing: .02em; text-align: center; text-decoration: none; cursor: pointer; }
    .button.primary { border: 1px solid var(--blue-900); background: var(--blue-900); color: var(--white); }
    .button.primary:hover { border-color: var(--blue-1200); background: var(--blue-1200); text-decoration: underline; }
    .button.secondary { border: 1px solid var(--blue-900); background: var(--white); color: var(--blue-900); }
    .button.secondary:hover { background: var(--blue-100); text-decoration: underline; }
    .button.small { min-height: 2.25rem; min-width: 4rem; padding: .125rem .75rem; border-radius: 6px;
      font-size: .9375rem; }
    .button.small::after { content: ""; position: absolute; inset: -.25rem 0; }
    .button.large { min-height: 5rem; min-width: min(100%, 18rem); padding: 1rem 2rem; border-radius: 12px;
      font-size: 1.5rem; }
    .actions { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: center; margin: 2rem 0 0; }
    .one-button { display: inline; }
    .form { max-width: 44rem; }
    .form .group { min-width: 0; margin: 3rem 0 0; padding: 1.25rem 0 0; border: 0; border-top: 1px solid var(--grey-420); }
    .form .group > legend { float: left; width: 100%; margin: 0 0 1.25rem; padding: 0; color: var(--grey-900);
      font-size: 1.25rem; font-weight: 700; line-height: 1.5; }
    .form .group > legend + * { clear: both; }
    .group > .hint { margin: -.5rem 0 1.25rem; }
    .field { min-width: 0; margin: 0 0 2rem; padding: 0; border: 0; }
    .field.faulty { padding-left: 1rem; border-left: 4px solid var(--red-800); }
    .label { display: block; padding: 0; color: var(--grey-900); font-weight: 700; font-size: 1.0625rem;
      line-height: 1.6; }
    .need { color: var(--grey-600); font-weight: 400; font-size: .9375rem; }
    .need.required { color: var(--red-900); }
    .field .hint { margin: .125rem 0 0; font-size: .9375rem; line-height: 1.6; }
    .fault { margin: .5rem 0 0; color: var(--red-800); font-weight: 700; }
    .control { display: block; max-width: 100%; min-height: 3rem; margin: .5rem 0 0; padding: .5rem .875rem;
      border: 1px solid var(--grey-600); border-radius: 8px; background: var(--white); color: var(--grey-900);
      font: 400 1rem/1.5 var(--sans); letter-spacing: .02em; }
    select.control { padding-right: .5rem; }
    .control:hover { border-color: var(--black); }
    .control[aria-invalid] { border: 2px solid var(--red-800); }
    .control.tiny { width: 5.5rem; }
    .control.short { width: 9rem; }
    .control.medium { width: 18rem; }
    .control.full { width: 100%; }
    textarea.control { line-height: 1.7; resize: vertical; }
    """

  static let choices: StaticString = """
    .side-by-side { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
    .choices { display: grid; gap: .25rem; margin: .5rem 0 0; }
    .choice { display: grid; grid-template-columns: 2.75rem 1fr; align-items: start; }
    .choice input { width: 1.5rem; height: 1.5rem; margin: .625rem 0 0 .375rem; accent-color: var(--blue-900); }
    .choice label { padding: .5rem .5rem .5rem 0; min-height: 2.75rem; line-height: 1.7; color: var(--grey-900); }
    .choice .hint { grid-column: 2; margin: -.375rem 0 .5rem; }
    .choice:has(input:checked) label { font-weight: 700; }
    .field > .choice + .hint, .field > .choice ~ .fault { padding-left: 2.75rem; }
    .search { display: flex; flex-wrap: wrap; gap: 1rem 1.25rem; align-items: end; margin: 0 0 1.5rem;
      padding: 1rem 1.25rem 1.25rem; border-radius: 8px; background: var(--grey-50); }
    .search .field { flex: 0 1 auto; max-width: 100%; margin: 0; }
    .search .label { font-size: .9375rem; }
    .search .control { margin-top: .25rem; min-height: 2.75rem; padding: .375rem .75rem; }
    .search .button { min-height: 2.75rem; }
    .search .control.full { width: 20rem; }
    .search .choices { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; }
    .search .choice { grid-template-columns: 2.25rem auto; }
    """
}
