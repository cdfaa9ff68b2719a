public import CivilTime
public import Store

/// 義務のきまり – from a measure of a plan: who owes what about whom, when it arises, by when, shown by what.
public struct DutyRule: Sendable, Hashable {
  /// The code of the plan.
  public let plan: String
  /// The edition of the plan that declares it.
  public let edition: Int
  /// The measure: always the original, never an alias.
  public let measure: String
  /// The name of the rule within its measure, such as `a`.
  public let name: String
  /// The title of the measure.
  public let title: String
  /// What the debtor does, in one sentence.
  public let task: String
  /// Who owes it.
  public let debtor: Debtor
  /// When it arises.
  public let occasion: Occasion
  /// By when it is to be done.
  public let due: DueRule
  /// The kind of evidence that fulfils it.
  public let evidence: EvidenceKindID
  /// Whether many may be settled with one date at once.
  public let isBulkSafe: Bool

  /// A rule of duties.
  public init(
    plan: String,
    edition: Int,
    measure: String,
    name: String,
    title: String,
    task: String,
    debtor: Debtor,
    occasion: Occasion,
    due: DueRule,
    evidence: EvidenceKindID,
    isBulkSafe: Bool
  ) {
    self.plan = plan
    self.edition = edition
    self.measure = measure
    self.name = name
    self.title = title
    self.task = task
    self.debtor = debtor
    self.occasion = occasion
    self.due = due
    self.evidence = evidence
    self.isBulkSafe = isBulkSafe
  }

  /// What names the rule through all editions.
  public var key: DutyRuleKey { DutyRuleKey(plan: plan, measure: measure, name: name) }
}

/// What names a rule through all editions of its plan.
public struct DutyRuleKey: Sendable, Hashable {
  /// The code of the plan.
  public let plan: String
  /// The measure.
  public let measure: String
  /// The name of the rule within the measure.
  public let name: String

  /// A key.
  public init(plan: String, measure: String, name: String) {
    self.plan = plan
    self.measure = measure
    self.name = name
  }
}

/// 担うもの – who owes what a rule asks for.
public enum Debtor: Sendable, Hashable {
  /// Each person of a group, for oneself.
  case each(PersonGroup)
  /// The head of the unit of each person of a group, about that person.
  case superior(of: PersonGroup)
  /// The head of each unit of a group, for the unit.
  case head(of: UnitGroup)
  /// An office of each employer, once; on an event, about the event's subject.
  case office(Office)
}

/// 職員の範囲 – which people; all by their primary post.
public enum PersonGroup: String, SQLStorable, Hashable, CaseIterable {
  /// 職員: in service.
  case staff
  /// 管理職.
  case manager
  /// 幹部職.
  case executive
  /// 課室長: heads of a division or office.
  case sectionHead = "section-head"
  /// 課長補佐: in the band of deputy directors, not managerial.
  case assistantDirector = "assistant-director"
  /// 係長.
  case unitChief = "unit-chief"
  /// The person whom the event is about.
  case eventSubject = "subject"

  /// The group in words.
  public var japanese: String {
    switch self {
    case .staff: "職員"
    case .manager: "管理職"
    case .executive: "幹部職"
    case .sectionHead: "課室長"
    case .assistantDirector: "課長補佐"
    case .unitChief: "係長"
    case .eventSubject: "できごとのあった職員"
    }
  }
}

/// 組織の範囲 – which units.
public enum UnitGroup: String, SQLStorable, Hashable, CaseIterable {
  /// 部局: the units directly below the employer.
  case bureaus
  /// 課・室 with somebody in them.
  case divisions
  /// Units that have a post which heads them.
  case headed
  /// The unit that the event is about.
  case eventUnit = "unit"

  /// The group in words.
  public var japanese: String {
    switch self {
    case .bureaus: "部局"
    case .divisions: "課・室"
    case .headed: "長のいる組織"
    case .eventUnit: "できごとのあった組織"
    }
  }
}

/// 担当 – an office of an employer that owes as such, whoever holds it.
public enum Office: String, SQLStorable, Hashable, CaseIterable {
  /// 人事担当: the personnel authority of the employer.
  case personnel
  /// 推進事務局.
  case secretariat
  /// 推進委員会.
  case committee
  /// 勤務時間管理員.
  case timeKeeper = "time-keeper"

  /// The office in words.
  public var japanese: String {
    switch self {
    case .personnel: "人事担当"
    case .secretariat: "推進事務局"
    case .committee: "推進委員会"
    case .timeKeeper: "勤務時間管理員"
    }
  }
}

/// きっかけ – when a duty arises.
public enum Occasion: Sendable, Hashable {
  /// Once in each period of a cycle.
  case every(Cycle)
  /// At each event of a kind.
  case on(DutyEventKind)
}

/// 周期 – how often a duty comes back.
public enum Cycle: String, SQLStorable, Hashable, CaseIterable {
  /// 年度.
  case fiscalYear = "fiscal-year"
  /// 半期.
  case half
  /// 四半期.
  case quarter
  /// 月.
  case month
  /// 人事評価の評価期間: the halves of the fiscal year.
  case evaluation
  /// 夏の集中取組期間.
  case summer
  /// 一度だけ.
  case once

  /// The cycle in words.
  public var japanese: String {
    switch self {
    case .fiscalYear: "毎年度"
    case .half: "半期ごと"
    case .quarter: "四半期ごと"
    case .month: "毎月"
    case .evaluation: "評価期間ごと"
    case .summer: "毎年の夏の集中取組期間"
    case .once: "一度だけ"
    }
  }
}

/// The name of a kind of event, such as `people.transfer`.
public struct DutyEventKind: RawRepresentable, Sendable, Hashable, SQLStorable {
  /// The name.
  public let rawValue: String

  /// A name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}

/// 期限のきまり – by when, counted from the end of the period or the day of the event.
public enum DueRule: Sendable, Hashable {
  /// The last day of the period; of an event, the last day of its fiscal year.
  case endOfPeriod
  /// So many days later.
  case daysAfter(Int)
  /// So many months later; the last day of a month leads to the last day of a month.
  case monthsAfter(Int)

  /// The due day, counted from a day.
  public func day(after last: CivilDate) -> CivilDate {
    switch self {
    case .endOfPeriod: last
    case .daysAfter(let days): last.adding(days: days)
    case .monthsAfter(let months):
      last == last.yearMonth.lastDay
        ? last.yearMonth.adding(months: months).lastDay : last.adding(months: months)
    }
  }
}
