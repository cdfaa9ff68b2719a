public import CivilTime
public import Markup

/// What one page shows, before the shell is drawn around it.
public struct PageContent: Sendable {
  /// The name of the page: its `h1`, and the first part of its `<title>`.
  public let title: String
  /// Where the page stands below ホーム, without the page itself.
  public let breadcrumbs: [Breadcrumb]
  /// The state in one sentence, shown right below the heading.
  public let lead: HTML
  /// Everything below the lead.
  public let body: HTML
  /// Faults of a form on this page; shown above the heading and told in the title.
  public let faults: [FormFault]
  /// How the page prints.
  public let printing: Printing

  /// How a page prints.
  public enum Printing: Sendable, Hashable {
    /// A4 upright.
    case portrait
    /// A4 on its side, for wide tables.
    case landscape
  }

  /// A page.
  public init(
    title: String,
    breadcrumbs: [Breadcrumb] = [],
    lead: HTML = .empty,
    faults: [FormFault] = [],
    printing: Printing = .portrait,
    body: HTML
  ) {
    self.title = title
    self.breadcrumbs = breadcrumbs
    self.lead = lead
    self.faults = faults
    self.printing = printing
    self.body = body
  }
}

/// One step of the way to a page (現在位置).
public struct Breadcrumb: Sendable, Hashable {
  /// The words of the step.
  public let title: String
  /// Where it leads.
  public let path: String

  /// A step.
  public init(_ title: String, _ path: String) {
    self.title = title
    self.path = path
  }
}

/// One entry of the main menu, as this visitor sees it.
public struct NavigationEntry: Sendable, Hashable {
  /// The words of the entry.
  public let title: String
  /// Where it leads; the entry is current when the page's path begins with it.
  public let path: String

  /// An entry.
  public init(_ title: String, _ path: String) {
    self.title = title
    self.path = path
  }
}

/// What happened in the request before, told once above the heading.
public struct Notice: Sendable, Hashable {
  /// How the notice is marked.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Something was done.
    case success
    /// Something should be known.
    case information
    /// Something needs attention.
    case warning
  }

  /// How it is marked.
  public let kind: Kind
  /// One plain sentence.
  public let text: String

  /// A notice.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// Everything around a page that depends on the visitor and the request.
public struct ShellContext: Sendable {
  /// Who is signed in: name and unit as shown in the header; nil for a guest.
  public let signedInAs: (name: String, unit: String)?
  /// The main menu of this visitor.
  public let navigation: [NavigationEntry]
  /// The path of the page.
  public let path: String
  /// What happened before.
  public let notice: Notice?
  /// The token that every form posts; empty for a guest.
  public let formToken: String
  /// Whether this is the made-up ministry, which a band says on every page.
  public let isDemo: Bool
  /// When the page is drawn, told on paper; nil where that is not known.
  public let shownAt: Instant?

  /// The surroundings of a page.
  public init(
    signedInAs: (name: String, unit: String)?,
    navigation: [NavigationEntry],
    path: String,
    notice: Notice?,
    formToken: String,
    isDemo: Bool,
    shownAt: Instant? = nil
  ) {
    self.signedInAs = signedInAs
    self.navigation = navigation
    self.path = path
    self.notice = notice
    self.formToken = formToken
    self.isDemo = isDemo
    self.shownAt = shownAt
  }
}
