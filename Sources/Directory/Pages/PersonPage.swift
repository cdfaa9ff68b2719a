internal import Access
internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 職員: each field is shown only to those entitled to it.
struct PersonPage: Sendable {
  /// What the viewer is to the person; it decides the fields.
  enum Reader: Sendable, Hashable {
    /// A colleague: name, post, superiors.
    case colleague
    /// A superior: also the career in posts up to today.
    case superior
    /// Personnel authority of the person's employer: everything.
    case personnel
    /// The person: everything but posts to come.
    case oneself

    init(
      actor: Actor,
      person: Employee,
      tree: UnitTree,
      today: CivilDate,
      on connection: any SQLConnection
    ) throws {
      if actor.employee == person.id {
        self = .oneself
      } else if actor.personnelEmployers.contains(person.employer) {
        self = .personnel
      } else if let unit = try AssignmentRecords.primaryUnit(of: person.id, asOf: today, on: connection),
        !actor.headedUnits.isDisjoint(with: [unit] + tree.ancestors(of: unit).map(\.id))
      {
        self = .superior
      } else {
        self = .colleague
      }
    }

    var seesHistory: Bool { self != .colleague }
    var seesPersonalFacts: Bool { self == .personnel || self == .oneself }
  }

  let person: Employee
  /// What the reader may know of; only personnel officers know of posts to come.
  let held: [AssignmentRecords.Held]
  let superiors: [Employee]
  let tree: UnitTree
  let today: CivilDate
  let reader: Reader

  var content: PageContent {
    PageContent(
      title: person.displayName,
      breadcrumbs: [Breadcrumb("職員・組織", "/directory")],
      lead: lead,
      body: Panels.keyValues(facts) + posts + whoSees
    )
  }

  private var current: [AssignmentRecords.Held] {
    held.filter { $0.assignment.from <= today && ($0.assignment.to.map { today <= $0 } ?? true) }
  }

  private var lead: HTML {
    let posts = current.map { "\(tree.unit($0.post.unit)?.name ?? "") \($0.post.title)" }
    return posts.isEmpty ? "現在の官職は登録されていません。" : "\(posts.joined(separator: "、"))です。"
  }

  private var facts: [(term: String, value: HTML)] {
    var facts: [(term: String, value: HTML)] = [
      (term: "氏名", value: "\(person.displayName)"), (term: "カナ", value: "\(person.displayKana)"),
      (term: "上司", value: superiorLinks),
    ]
    guard reader.seesPersonalFacts else { return facts }
    facts += [
      (term: "旧姓", value: "\(person.formerFamilyName ?? "－")"), (term: "職員番号", value: "\(person.number)"),
      (term: "性別", value: "\(person.sex.japanese)"), (term: "採用日", value: "\(person.hiredOn.japanese)"),
      (term: "退職日", value: "\(person.leftOn?.japanese ?? "－")"),
      (term: "職員区分", value: "\(person.staffCategory.japanese)"),
      (term: "採用区分", value: "\(person.examCategory.japanese)"),
      (term: "技術系", value: person.isTechnical ? "該当" : "－"),
    ]
    return facts
  }

  private var superiorLinks: HTML {
    guard !superiors.isEmpty else { return "－" }
    let links = superiors.map { "<a\(href: "/people/\($0.id)")>\($0.displayName)</a>" as HTML }
    return HTML(links.enumerated().map { $0 == 0 ? $1 : "、" + $1 })
  }

  private var posts: HTML {
    let shown = reader.seesHistory ? held : current
    guard !shown.isEmpty else { return .empty }
    return DataTable.draw(
      id: "posts",
      caption: reader.seesHistory ? "発令の履歴" : "現在の官職",
      columns: [
        .init("官職", .rowHeader), .init("組織", .text), .init("発令", .word), .init("発令日", .word),
        .init("終了日", .word),
      ],
      rows: shown.map { one in
        [
          .text(one.post.title),
          tree.unit(one.post.unit).map { .link($0.name, to: "/units/\($0.id)") } ?? .text("廃止された組織"),
          .text(one.assignment.kind.japanese), .text(one.assignment.from.japaneseShort),
          one.assignment.to.map { .text($0.japaneseShort) } ?? .none,
        ]
      },
      narrow: .stacks
    )
  }

  private var whoSees: HTML {
    let text: HTML =
      switch reader {
      case .oneself: "職員番号、性別、採用日などは、あなたと人事担当だけが見られます。発令の履歴は上司も見られます。"
      case .personnel: "職員番号、性別、採用日などは、本人と人事担当だけが見られます。これからの発令は、人事担当だけが見られます。"
      case .superior: "発令の履歴は、本人、上司、人事担当が見られます。"
      case .colleague: "氏名、現在の官職、上司を表示しています。"
      }
    return "<p class=\"hint\">\(text)</p>"
  }
}
