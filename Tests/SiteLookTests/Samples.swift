import Markup
import Site
import Testing

/// Every component, filled with one and the same text in all its places.
enum Samples {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let draw: @Sendable (String) -> HTML
    var testDescription: String { name }
  }

  static let context = ShellContext(
    signedInAs: (name: "髙橋 花子", unit: "秘書課"),
    navigation: [],
    path: "/time",
    notice: nil,
    formToken: "t",
    isDemo: false
  )

  static let all: [Sample] = controls + frames + tables + panels + shells

  private static func faults(_ text: String) -> [FormFault] { [FormFault(text, text)] }

  private static let controls = [
    Sample(name: "text") {
      Fields.text($0, label: $0, hint: $0, value: $0, faults: faults($0), autocomplete: $0)
    },
    Sample(name: "text area") { Fields.textArea($0, label: $0, hint: $0, value: $0, faults: faults($0)) },
    Sample(name: "date") { Fields.date($0, label: $0, hint: $0, value: $0, faults: faults($0)) },
    Sample(name: "time") { Fields.time($0, label: $0, hint: $0, value: $0, faults: faults($0)) },
    Sample(name: "hidden") { Fields.hidden($0, value: $0) },
    Sample(name: "select") {
      Fields.select($0, label: $0, choices: [.init($0, $0)], hint: $0, value: $0, faults: faults($0))
    },
    Sample(name: "radios") {
      Fields.radios(
        $0,
        label: $0,
        choices: [.init($0, $0, hint: $0)],
        hint: $0,
        value: $0,
        faults: faults($0)
      )
    },
    Sample(name: "check boxes") {
      Fields.checkboxes(
        $0,
        label: $0,
        choices: [.init($0, $0, hint: $0), .init($0, $0)],
        hint: $0,
        values: [$0],
        faults: faults($0)
      )
    },
    Sample(name: "check box") { Fields.checkbox($0, label: $0, hint: $0, value: $0, faults: faults($0)) },
  ]

  private static let frames = [
    Sample(name: "form") {
      Forms.form(
        action: $0,
        token: $0,
        once: $0,
        actions: [Buttons.submit($0, name: $0, value: $0)],
        content: .empty
      )
    },
    Sample(name: "one button") { Forms.button($0, action: $0, token: $0, once: $0, hidden: [($0, $0)]) },
    Sample(name: "search") { Forms.search(action: $0, submit: $0, content: .empty) },
    Sample(name: "group") { Forms.group($0, hint: $0, content: .empty) },
    Sample(name: "button link") { Buttons.link($0, to: $0) },
  ]

  private static let tables = [
    Sample(name: "data table") { text in
      DataTable.draw(
        id: text,
        caption: text,
        columns: [
          .init(text, .rowHeader, unit: text, sorting: .ascending(path: text)),
          .init(text, .text, sorting: .descending(path: text)),
          .init(text, .number, sorting: .none(path: text)),
        ],
        rows: [[.link(text, to: text), .text(text), .none]],
        totals: [[.text(text)]],
        note: "\(text)"
      )
    },
    Sample(name: "stacked table") { text in
      DataTable.draw(
        id: text,
        caption: text,
        columns: [.init(text, .rowHeader), .init(text, .number, unit: text), .init(text)],
        rows: [[.link(text, to: text), .text(text), .text(text)]],
        totals: [[.text(text)]],
        narrow: .stacks
      )
    },
    Sample(name: "heat table") { text in
      HeatTable.draw(
        id: text,
        caption: text,
        heading: text,
        columns: [text, text, text],
        unit: text,
        steps: [.init(.raised, text)],
        rows: [.init(text, to: text, cells: [.value(text, .raised), .total(text), .none])],
        note: "\(text)"
      )
    },
    Sample(name: "pagination") { Pagination.links(page: 2, perPage: 10, total: 95, path: $0) },
  ]

  private static let panels = [
    Sample(name: "section") { Panels.section($0, id: $0, body: .empty) },
    Sample(name: "key values") { Panels.keyValues([($0, "\($0)")]) },
    Sample(name: "stats") { Panels.stats([.init($0, value: $0, unit: $0)]) },
    Sample(name: "empty state") { Panels.emptyState($0, $0) },
    Sample(name: "notice") { Panels.notice(.warning, $0) },
    Sample(name: "details") { Panels.details($0, body: .empty) },
    Sample(name: "fold") { Panels.fold($0, id: $0, sum: "\($0)", body: .empty) },
    Sample(name: "steps") { Panels.steps([$0, $0], current: 2) },
    Sample(name: "history") { Panels.history([.init(when: $0, who: $0, what: "\($0)")]) },
    Sample(name: "entries") { Panels.entries([.init($0, to: $0, text: $0)]) },
    Sample(name: "tag") { StatusTag.draw($0, tone: .alarm) },
    Sample(name: "clock") { LiveParts.clock($0, instant: 1) },
    Sample(name: "progress") {
      LiveParts.progress(.running(done: 1, total: 2, refreshSeconds: 5), id: $0, label: $0, text: "\($0)")
    },
    Sample(name: "limit bar") {
      Figures.limitBar(id: $0, title: $0, value: 1, valueText: $0, limit: .init(2, $0))
    },
  ]

  private static let shells = [
    Sample(name: "page") { text in
      let page = PageContent(
        title: text,
        breadcrumbs: [.init(text, text)],
        lead: "\(text)",
        faults: [.init(text, text)],
        body: .empty
      )
      let surroundings = ShellContext(
        signedInAs: (text, text),
        navigation: [.init(text, text)],
        path: text,
        notice: .init(.success, text),
        formToken: text,
        isDemo: true
      )
      return PageShell.draw(page, in: surroundings)
    },
    Sample(name: "notice") { text in
      let surroundings = ShellContext(
        signedInAs: nil,
        navigation: [],
        path: text,
        notice: .init(.success, text),
        formToken: "",
        isDemo: true
      )
      return PageShell.draw(ErrorPages.conflict(text), in: surroundings)
    },
    Sample(name: "failure") { PageShell.draw(ErrorPages.failure(reference: $0), in: context) },
    Sample(name: "confirm page") { text in
      let page = ConfirmPage.page(
        title: text,
        question: text,
        facts: [(text, "\(text)")],
        warning: text,
        action: text,
        token: text,
        once: text,
        submit: text,
        cancelPath: text,
        hidden: [(text, text)]
      )
      return PageShell.draw(page, in: context)
    },
  ]
}
