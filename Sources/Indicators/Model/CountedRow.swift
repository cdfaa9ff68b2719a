public import CivilTime
public import People
public import Store

/// 内訳の行: one person, month or duty that a figure was counted of.
///
/// It names nobody: whoever shows it reads the names of those whom the reader may see.
public struct CountedRow: Sendable, Hashable {
  /// The employer that it counts for.
  public let employer: RecordID<Employer>
  /// The unit that it counts for; nil for people without one.
  public let unit: RecordID<OrganizationUnit>?
  /// Who or what was counted.
  public let subject: Subject
  /// What it adds above the line, and below it.
  public let ratio: Ratio
  /// What made it count, under the headings of the listing.
  public let facts: [Fact]

  /// Who or what was counted.
  public enum Subject: Sendable, Hashable {
    /// A member of staff.
    case person(RecordID<Employee>)
    /// The head of a unit.
    case head(RecordID<OrganizationUnit>)
    /// A unit.
    case unit(RecordID<OrganizationUnit>)
    /// An office such as the personnel authority, by its name.
    case office(String)
  }

  /// 事実: one thing that made a row count.
  public enum Fact: Sendable, Hashable {
    /// A day.
    case day(CivilDate)
    /// A month.
    case month(YearMonth)
    /// A number.
    case number(Int)
    /// Words of ours or of the plan.
    case words(String)
    /// Nothing is known.
    case none
  }

  /// A row.
  public init(
    employer: RecordID<Employer>,
    unit: RecordID<OrganizationUnit>?,
    subject: Subject,
    ratio: Ratio,
    facts: [Fact]
  ) {
    self.employer = employer
    self.unit = unit
    self.subject = subject
    self.ratio = ratio
    self.facts = facts
  }

  /// The person, where it is about one.
  public var person: RecordID<Employee>? {
    guard case .person(let person) = subject else { return nil }
    return person
  }
}
